package dev.pannier.engine.template.helper;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlText;
import dev.pannier.engine.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of calls and results. */
final class FactSheet {

  static final Path FACTS = resource("sprig-facts.yaml");
  private static final Path DIFFERENCES = resource("sprig-differences.yaml");

  private FactSheet() {}

  /** What Helm gives; a result that is not known yet is null's. */
  static Map<HelperCall, HelperResult> facts() {
    Map<HelperCall, HelperResult> rows = new LinkedHashMap<>();
    ((MapNode) read(FACTS))
        .entries()
        .forEach((helper, calls) -> ((ListNode) calls).forEach(row -> add(rows, helper, row)));
    return rows;
  }

  /** What we give where that is something else. */
  static Map<HelperCall, HelperResult> differences() {
    Map<HelperCall, HelperResult> rows = new LinkedHashMap<>();
    for (Node group : (ListNode) read(DIFFERENCES)) {
      for (Node row : ((MapNode) group).list("rows")) {
        add(rows, ((MapNode) row).text("helper").orElseThrow(), row);
      }
    }
    return rows;
  }

  /** Writes the table of facts under its own heading. */
  static void write(Map<HelperCall, HelperResult> facts) throws IOException {
    StringBuilder out = new StringBuilder();
    Files.readString(FACTS)
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .forEach(line -> out.append(line).append('\n'));
    String last = "";
    for (Map.Entry<HelperCall, HelperResult> fact : facts.entrySet()) {
      HelperCall call = fact.getKey();
      if (!call.helper().equals(last)) {
        last = call.helper();
        out.append(YamlText.inBlock(last)).append(":\n");
      }
      out.append("  - ").append(YamlWriter.flow(row(call, fact.getValue()))).append('\n');
    }
    Files.writeString(FACTS, out);
  }

  private static MapNode row(HelperCall call, HelperResult result) {
    Map<String, Node> row = new LinkedHashMap<>();
    String text = call.text();
    row.put(text == null ? "args" : "call", text == null ? call.arguments() : TextNode.of(text));
    if (call.go() != null) {
      row.put("go", TextNode.of(call.go()));
    }
    Node value = result.value();
    row.put(
        value == null ? "fails" : "gives", value == null ? TextNode.of(result.refusal()) : value);
    return MapNode.of(row);
  }

  private static void add(Map<HelperCall, HelperResult> rows, String helper, Node node) {
    MapNode row = (MapNode) node;
    HelperCall call =
        new HelperCall(
            helper, row.list("args"), row.text("call").orElse(null), row.text("go").orElse(null));
    HelperResult result =
        row.has("fails")
            ? HelperResult.refused(row.text("fails").orElse(""))
            : HelperResult.of(row.entries().getOrDefault("gives", NullNode.NULL));
    if (rows.put(call, result) != null) {
      throw new AssertionError("told twice: " + call);
    }
  }

  private static Node read(Path file) {
    try {
      return YamlReader.read(new Source(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/dev/pannier/engine/template/helper", name);
  }
}
