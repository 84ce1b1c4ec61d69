package dev.pannier.engine.values;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** How a kind of flag reads what stands behind {@code =}, up to and with the comma behind it. */
@FunctionalInterface
interface SetValue {

  Node read(FlagScanner scanner);

  /** {@code --set}: booleans, null and integers are such; all else is a string. */
  static SetValue typed() {
    return scanner -> wordOrList(scanner, SetValue::typed);
  }

  /** {@code --set-string}. */
  static SetValue text() {
    return scanner -> wordOrList(scanner, TextNode::new);
  }

  /** {@code --set-file}. */
  static SetValue file(ValuesFiles files) {
    return scanner ->
        scanner.atEnd()
            ? new TextNode("", scanner.place(scanner.at()))
            : wordOrList(scanner, (reference, place) -> content(files, reference, place));
  }

  /** {@code --set-literal}. */
  static SetValue literal() {
    return scanner -> {
      Location place = scanner.place(scanner.at());
      return new TextNode(scanner.until(""), place);
    };
  }

  /** {@code --set-json}; nothing at all is null. */
  static SetValue json() {
    return scanner -> {
      int start = scanner.at();
      scanner.skipBlanks();
      if (scanner.atEnd() || scanner.skip(',')) {
        return new NullNode(scanner.place(start));
      }
      Node node = json(scanner);
      scanner.skipBlanks();
      scanner.skip(',');
      return node;
    };
  }

  /** A JSON value; the scanner stands behind it afterwards. */
  static Node json(FlagScanner scanner) {
    try {
      JsonReader.Embedded json = JsonReader.readEmbedded(scanner.source(), scanner.at());
      scanner.skipTo(json.end());
      return json.node();
    } catch (ChartException e) {
      throw e.problems()
          .getFirst()
          .hint("Strings and keys stand in double quotes; quote the whole for your shell.")
          .exception(e);
    }
  }

  private static Node wordOrList(FlagScanner scanner, BiFunction<String, Location, Node> value) {
    Location place = scanner.place(scanner.at());
    int brace = scanner.at();
    if (!scanner.skip('{')) {
      Node word = value.apply(scanner.until(","), place);
      scanner.skip(',');
      return word;
    }
    List<Node> items = new ArrayList<>();
    do {
      Location item = scanner.place(scanner.at());
      String word = scanner.until(",}");
      if (scanner.atEnd()) {
        throw scanner
            .wrong(brace, "This list is never closed.")
            .hint("Close it by `}`; if the value shall begin with `{`, write `\\{`.")
            .exception();
      }
      items.add(value.apply(word, item));
    } while (scanner.skip(','));
    scanner.skip('}');
    scanner.skip(',');
    return new ListNode(items, place);
  }

  private static Node content(ValuesFiles files, String reference, Location place) {
    return new TextNode(FlagFile.read(files, reference, place).text(), place);
  }

  private static Node typed(String word, Location place) {
    if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
      return new BoolNode(word.equalsIgnoreCase("true"), place);
    }
    if (word.equalsIgnoreCase("null")) {
      return new NullNode(place);
    }
    return isInteger(word)
        ? new NumberNode(Long.toString(Long.parseLong(word)), place)
        : new TextNode(word, place);
  }

  /** An integer of 64 bits that does not begin with a zero, unless it is the zero. */
  private static boolean isInteger(String word) {
    if (word.startsWith("0")) {
      return word.equals("0");
    }
    int digits = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
    for (int i = digits; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return word.length() > digits && fitsLong(word);
  }

  private static boolean fitsLong(String digits) {
    try {
      Long.parseLong(digits);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
