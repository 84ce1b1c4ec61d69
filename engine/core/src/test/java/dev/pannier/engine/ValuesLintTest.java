package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lint knows which values templates ask for, whichever way they go. */
class ValuesLintTest {
  private static final Path CASES = Path.of("src/test/resources/lint/values.yaml");

  private static final String CHART = "apiVersion: v2\nname: %s\nversion: 1.0.0\n";

  @TempDir Path folder;

  record Case(MapNode said) {
    @Override
    public String toString() {
      return said.text("case").orElseThrow();
    }
  }

  static Stream<Case> cases() throws IOException {
    Source source = new Source(CASES.toString(), Files.readString(CASES));
    return ((ListNode) YamlReader.read(source))
        .items().stream().map(one -> new Case((MapNode) one));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_knows_what_is_asked_for(Case one) {
    MapNode said = one.said();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("templates/NOTES.txt.hbs", said.text("template").orElseThrow());
    said.text("partials").ifPresent(text -> files.put("templates/_p.hbs", text));
    said.text("schema").ifPresent(text -> files.put("values.schema.json", text));
    said.text("chart")
        .ifPresent(text -> {
          files.put("Chart.yaml", CHART.formatted("web") + text + "\n");
          files.put("charts/extra/Chart.yaml", CHART.formatted("extra"));
          files.put("charts/extra/templates/NOTES.txt.hbs", said.text("extra").orElse("nothing"));
        });
    files.put("values.yaml", JsonWriter.write(said.map("values")));

    List<Problem> found = new RuleExamples().review(files, folder);

    assertThat(paths(found, Rule.UNUSED_VALUE)).isEqualTo(texts(said.list("unused")));
    assertThat(paths(found, Rule.UNDECLARED_VALUE)).isEqualTo(texts(said.list("undeclared")));
  }

  private static List<String> paths(List<Problem> found, Rule rule) {
    List<String> paths = new ArrayList<>();
    for (Problem problem : found) {
      if (problem.code().equals(rule.code())) {
        paths.add(problem.message().split("`")[1].replace("Values.", ""));
      }
    }
    return paths;
  }

  private static List<String> texts(ListNode list) {
    List<String> texts = new ArrayList<>();
    for (Node item : list) {
      texts.add(((ScalarNode) item).text());
    }
    return texts;
  }
}
