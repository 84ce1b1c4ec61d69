package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.DATA;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.function.Function;

/**
 * Helm's functions for YAML and JSON (its engine/funcs.go). Where Helm gives an error as data,
 * these raise it.
 */
final class DataHelpers {

  private DataHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "toYaml", "mustToYaml" ->
          HelperSpec.of(
              DATA,
              name,
              "value",
              "A value as YAML text with sorted keys. Not needed to write a value into"
                  + " YAML; use it for checksums and for files within files.",
              "(dict 'b' 1 'a' (list 2))",
              "a:\n- 2\nb: 1",
              call -> TextNode.of(yaml(YamlWriter.writeSorted(call.at(0)))));
      case "toYamlPretty" ->
          HelperSpec.of(
              DATA,
              name,
              "value",
              "As toYaml, with lists indented below their keys.",
              "(dict 'a' (list 2))",
              "a:\n  - 2",
              call -> TextNode.of(yaml(YamlWriter.writePretty(call.at(0)))));
      case "fromYaml" ->
          HelperSpec.of(
              DATA,
              name,
              "text",
              "The map that a YAML text means; an empty text means an empty map.",
              "'a: 1'",
              "{a: 1}",
              call -> map(call, parsed(call, YamlReader::read)));
      case "fromYamlArray" ->
          HelperSpec.of(
              DATA,
              name,
              "text",
              "The list that a YAML text means.",
              "'[a, 1]'",
              "[a, 1]",
              call -> list(call, parsed(call, YamlReader::read)));
      case "toJson", "mustToJson" ->
          HelperSpec.of(
              DATA,
              name,
              "value",
              "A value as JSON on one line with sorted keys.",
              "(dict 'b' 1 'a' '<')",
              "{\"a\":\"\\u003c\",\"b\":1}",
              call -> TextNode.of(JsonWriter.write(call.at(0), JsonStyle.GO)));
      case "toPrettyJson", "mustToPrettyJson" ->
          HelperSpec.of(
              DATA,
              name,
              "value",
              "A value as indented JSON with sorted keys.",
              "(dict 'a' 1)",
              "{\n  \"a\": 1\n}",
              call -> TextNode.of(JsonWriter.write(call.at(0), new JsonStyle(true, true, "  "))));
      case "toRawJson", "mustToRawJson" ->
          HelperSpec.of(
              DATA,
              name,
              "value",
              "A value as JSON on one line with sorted keys and with < > & as they are.",
              "(dict 'a' '<')",
              "{\"a\":\"<\"}",
              call -> TextNode.of(JsonWriter.write(call.at(0), new JsonStyle(true, false, ""))));
      case "fromJson", "mustFromJson" ->
          HelperSpec.of(
              DATA,
              name,
              "text",
              "The value that a JSON text means.",
              "'{}'",
              "{}",
              call ->
                  name.equals("fromJson")
                      ? map(call, parsed(call, JsonReader::read))
                      : parsed(call, JsonReader::read));
      case "fromJsonArray" ->
          HelperSpec.of(
              DATA,
              name,
              "text",
              "The list that a JSON text means.",
              "'[1, 2]'",
              "[1, 2]",
              call -> list(call, parsed(call, JsonReader::read)));
      default -> throw new IllegalStateException("no helper of YAML and JSON: " + name);
    };
  }

  private static String yaml(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static Node parsed(Arguments call, Function<Source, Node> reader) {
    try {
      return reader.apply(new Source("the argument of " + call.helper(), call.text(0)));
    } catch (ChartException e) {
      HelperException exception =
          new HelperException(
              "The argument of the helper `%s` cannot be read: %s"
                  .formatted(call.helper(), e.problems().getFirst().message()));
      exception.initCause(e);
      throw exception;
    }
  }

  private static Node map(Arguments call, Node node) {
    return switch (node) {
      case MapNode map -> map;
      case NullNode _ -> MapNode.EMPTY;
      case Node other -> throw meansOther(call, "map", other);
    };
  }

  private static Node list(Arguments call, Node node) {
    return switch (node) {
      case ListNode list -> list;
      case NullNode _ -> ListNode.EMPTY;
      case Node other -> throw meansOther(call, "list", other);
    };
  }

  private static HelperException meansOther(Arguments call, String wanted, Node found) {
    return new HelperException(
        "The argument of the helper `%s` must mean a %s, but means the %s `%s`."
            .formatted(call.helper(), wanted, found.typeName(), found));
  }
}
