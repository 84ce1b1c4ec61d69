package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.PRINTING;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.function.Function;

/** Text of any data, as Go prints it. */
final class PrintHelpers {

  private PrintHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "print" ->
          HelperSpec.of(
              PRINTING,
              name,
              "[value…]",
              "The values as one text, with a blank between two of which neither is a" + " string.",
              "'port-' 80",
              "port-80",
              call -> TextNode.of(GoFormat.print(call.positional())));
      case "println" ->
          HelperSpec.of(
              PRINTING,
              name,
              "[value…]",
              "The values as one text, with blanks between them and a line break at the" + " end.",
              "'port' 80",
              "port 80\n",
              call -> TextNode.of(GoFormat.println(call.positional())));
      case "printf" ->
          HelperSpec.of(
              PRINTING,
              name,
              "format [value…]",
              "The values in a format of Go's: %s text, %d an integer, %v anything, %q in"
                  + " quotes, %.2f with two decimals, %05d with leading zeros, %-10s padded on"
                  + " the right.",
              "'%s-%03d' 'web' 7",
              "web-007",
              call -> TextNode.of(GoFormat.printf(call.text(0), call.from(1))));
      case "toString" ->
          HelperSpec.of(
              PRINTING,
              name,
              "value",
              "A value as a text. Numbers keep their written form.",
              "8080",
              "8080",
              call -> TextNode.of(GoText.of(call.at(0))));
      case "quote" ->
          HelperSpec.of(
              PRINTING,
              name,
              "[value…]",
              "The values in double quotes, with a blank between them and null left out."
                  + " Not needed to write YAML, which is quoted by itself.",
              "'a' 1",
              "\"a\" \"1\"",
              call -> TextNode.of(joined(call, node -> GoText.quoted(GoText.of(node)))));
      case "squote" ->
          HelperSpec.of(
              PRINTING,
              name,
              "[value…]",
              "The values in single quotes, with a blank between them and null left out."
                  + " Not needed to write YAML, which is quoted by itself.",
              "'a' 1",
              "'a' '1'",
              call -> TextNode.of(joined(call, node -> "'" + GoText.of(node) + "'")));
      case "cat" ->
          HelperSpec.of(
              PRINTING,
              name,
              "[value…]",
              "The values as one text, with blanks between them and null left out.",
              "'hello' 'world' 1",
              "hello world 1",
              call -> TextNode.of(joined(call, GoText::of)));
      case "hello" ->
          HelperSpec.of(
              PRINTING,
              name,
              "",
              "A greeting, to see that templates are rendered.",
              "",
              "Hello!",
              call -> TextNode.of("Hello!"));
      default -> throw new IllegalStateException("no helper of printing: " + name);
    };
  }

  private static String joined(Arguments call, Function<Node, String> written) {
    StringBuilder out = new StringBuilder();
    String blank = "";
    for (Node value : call.positional()) {
      if (!(value instanceof NullNode)) {
        out.append(blank).append(written.apply(value));
        blank = " ";
      }
    }
    return out.toString();
  }
}
