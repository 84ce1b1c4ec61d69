package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.STRINGS;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sprig's strings.go and the functions of Go's package strings. Lengths and places count the bytes
 * of UTF-8, as Go does, but no text is ever cut within a character.
 */
final class StringHelpers {

  private static final int LONGEST = 16 << 20;

  private StringHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "trim" ->
          HelperSpec.of(
              STRINGS,
              name,
              "text",
              "A text without white space around it.",
              "' web '",
              "web",
              call -> TextNode.of(Blanks.trim(call.text(0))));
      case "trimAll", "trimall" ->
          HelperSpec.of(
              STRINGS,
              name,
              "characters text",
              "A text without any of the characters around it.",
              "'$' '$5.00$'",
              "5.00",
              call -> TextNode.of(Blanks.trim(call.text(1), call.text(0))));
      case "trimPrefix" ->
          HelperSpec.of(
              STRINGS,
              name,
              "prefix text",
              "A text without a prefix, where it has it.",
              "'v' 'v1.2.3'",
              "1.2.3",
              call -> TextNode.of(withoutPrefix(call.text(0), call.text(1))));
      case "trimSuffix" ->
          HelperSpec.of(
              STRINGS,
              name,
              "suffix text",
              "A text without a suffix, where it has it.",
              "'-' 'web-'",
              "web",
              call -> TextNode.of(withoutSuffix(call.text(0), call.text(1))));
      case "trunc" ->
          HelperSpec.of(
              STRINGS,
              name,
              "length text",
              "The first bytes of a text, without a half character; of a negative length, the last"
                  + " ones.",
              "5 'hello world'",
              "hello",
              call -> TextNode.of(truncated(call.count(0), call.text(1))));
      case "substr" ->
          HelperSpec.of(
              STRINGS,
              name,
              "start end text",
              "The characters from a start up to an end. A negative start is 0, a negative"
                  + " end is the end of the text.",
              "0 5 'hello world'",
              "hello",
              StringHelpers::substr);
      case "replace" ->
          HelperSpec.of(
              STRINGS,
              name,
              "old new text",
              "A text with each occurrence of a part replaced.",
              "'+' '_' '1.0+2'",
              "1.0_2",
              StringHelpers::replace);
      case "contains" ->
          HelperSpec.of(
              STRINGS,
              name,
              "part text",
              "Whether a text contains a part.",
              "'web' 'my-web'",
              "true",
              call -> BoolNode.of(call.text(1).contains(call.text(0))));
      case "hasPrefix" ->
          HelperSpec.of(
              STRINGS,
              name,
              "prefix text",
              "Whether a text begins with a prefix.",
              "'v' 'v1'",
              "true",
              call -> BoolNode.of(call.text(1).startsWith(call.text(0))));
      case "hasSuffix" ->
          HelperSpec.of(
              STRINGS,
              name,
              "suffix text",
              "Whether a text ends in a suffix.",
              "'.gz' 'a.tgz'",
              "false",
              call -> BoolNode.of(call.text(1).endsWith(call.text(0))));
      case "repeat" ->
          HelperSpec.of(
              STRINGS,
              name,
              "count text",
              "A text many times.",
              "3 'ab'",
              "ababab",
              StringHelpers::repeat);
      case "indent" ->
          HelperSpec.of(
              STRINGS,
              name,
              "width text",
              "A text, each line indented by blanks. Not needed to write YAML, which is"
                  + " indented by itself.",
              "2 'a'",
              "  a",
              call -> TextNode.of(indented(call.count(0), call.text(1))));
      case "nindent" ->
          HelperSpec.of(
              STRINGS,
              name,
              "width text",
              "As indent, after a line break. Not needed to write YAML, which is indented"
                  + " by itself.",
              "2 'a'",
              "\n  a",
              call -> TextNode.of("\n" + indented(call.count(0), call.text(1))));
      case "nospace" ->
          HelperSpec.of(
              STRINGS,
              name,
              "text",
              "A text without any white space.",
              "'a b  c'",
              "abc",
              call -> TextNode.of(Blanks.without(call.text(0))));
      case "join" ->
          HelperSpec.of(
              STRINGS,
              name,
              "separator list",
              "The items of a list as one text, with a separator between them and null left"
                  + " out.",
              "'-' (list 'a' 1 true)",
              "a-1-true",
              call -> TextNode.of(String.join(call.text(0), texts(call.at(1)))));
      case "split" ->
          HelperSpec.of(
              STRINGS,
              name,
              "separator text",
              "The parts of a text as a map with the keys _0, _1, and so on.",
              "'/' 'a/b'",
              "{_0: a, _1: b}",
              call -> numbered(parts(call.text(1), call.text(0), -1)));
      case "splitn" ->
          HelperSpec.of(
              STRINGS,
              name,
              "separator count text",
              "As split, with so many parts at most; the last one is the rest.",
              "'/' 2 'a/b/c'",
              "{_0: a, _1: b/c}",
              call -> numbered(parts(call.text(2), call.text(0), call.count(1))));
      case "splitList" ->
          HelperSpec.of(
              STRINGS,
              name,
              "separator text",
              "The parts of a text as a list.",
              "'/' 'a/b'",
              "[a, b]",
              call -> list(parts(call.text(1), call.text(0), -1)));
      case "plural" ->
          HelperSpec.of(
              STRINGS,
              name,
              "one many count",
              "The first text where the count is 1, else the second.",
              "'replica' 'replicas' 3",
              "replicas",
              call -> TextNode.of(call.count(2) == 1 ? call.text(0) : call.text(1)));
      default -> throw new IllegalStateException("no helper of text: " + name);
    };
  }

  private static String withoutPrefix(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String suffix, String text) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String truncated(int length, String whole) {
    Utf8 text = Utf8.of(whole);
    if (length < 0 && text.length() + length > 0) {
      return text.part(text.length() + length, text.length());
    }
    return length >= 0 && text.length() > length ? text.part(0, length) : whole;
  }

  private static Node substr(Arguments call) {
    Utf8 text = Utf8.of(call.text(2));
    int start = Math.max(0, call.count(0));
    boolean open = call.count(0) >= 0 && (call.count(1) < 0 || call.count(1) > text.length());
    int end = open ? text.length() : call.count(1);
    if (start > end || end > text.length()) {
      throw new HelperException(
          "The helper `%s` is asked for the bytes %d to %d of a text of %d."
              .formatted(call.helper(), start, call.count(1), text.length()));
    }
    return TextNode.of(text.part(start, end));
  }

  private static Node replace(Arguments call) {
    String old = call.text(0);
    String text = call.text(2);
    // Go puts the new text around each character where the old one is empty; so does Java, but
    // between the halves of a surrogate pair too.
    if (!old.isEmpty()) {
      return TextNode.of(text.replace(old, call.text(1)));
    }
    StringBuilder out = new StringBuilder(call.text(1));
    text.codePoints().forEach(code -> out.appendCodePoint(code).append(call.text(1)));
    return TextNode.of(out.toString());
  }

  private static Node repeat(Arguments call) {
    int count = call.count(0);
    String text = call.text(1);
    if (count < 0 || (long) count * text.length() > LONGEST) {
      throw new HelperException(
          "The helper `repeat` gives at most %d characters and needs a count of 0 or more, but has %d."
              .formatted(LONGEST, count));
    }
    return TextNode.of(text.repeat(count));
  }

  private static String indented(int width, String text) {
    if (width < 0 || width > LONGEST) {
      throw new HelperException("A text cannot be indented by %d blanks.".formatted(width));
    }
    String blanks = " ".repeat(width);
    return blanks + text.replace("\n", "\n" + blanks);
  }

  /** The items of a list as texts, null left out; of anything else its own text. */
  static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    for (Node item : node instanceof ListNode list ? list.items() : List.of(node)) {
      if (!(item instanceof NullNode)) {
        texts.add(GoText.of(item));
      }
    }
    return texts;
  }

  static ListNode list(List<String> texts) {
    List<Node> nodes = new ArrayList<>(texts.size());
    texts.forEach(text -> nodes.add(TextNode.of(text)));
    return ListNode.of(nodes);
  }

  private static Node numbered(List<String> parts) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (String part : parts) {
      entries.put("_" + entries.size(), TextNode.of(part));
    }
    return MapNode.of(entries);
  }

  /**
   * As Go's strings.SplitN: an empty separator splits into characters.
   *
   * @param most how many parts at most; negative for all
   */
  private static List<String> parts(String text, String separator, int most) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (most < 0 || parts.size() < most - 1) {
      int end = separator.isEmpty() ? nextCharacter(text, start) : text.indexOf(separator, start);
      if (end < 0) {
        break;
      }
      parts.add(text.substring(start, end));
      start = end + separator.length();
    }
    if (most != 0 && (!separator.isEmpty() || start < text.length())) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  /** Where the character after the one at a place begins; -1 where that one is the last. */
  private static int nextCharacter(String text, int at) {
    int next = at < text.length() ? text.offsetByCodePoints(at, 1) : text.length();
    return next < text.length() ? next : -1;
  }
}
