package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.helper.RealHelm;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders what cannot be told as a call of data in both languages: the twins give the same. */
class TwinTemplatesTest extends TemplateTesting {

  private static final String VALUES =
      "name: web\nport: 8080\nbig: 1000000\nnothing: null\nhost: '{{Values.name}}.example.org'\n"
          + "goHost: '{{ .Values.name }}.example.org'\nlist: [a, b]\n";

  /** What a template writes under {@code r}; fails where it is null. */
  private record Twin(
      String helper,
      String go,
      String hbs,
      @Nullable Node gives,
      @Nullable Node helm,
      boolean asked) {
    @Override
    public String toString() {
      return hbs;
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void our_template_gives_what_the_table_says(Twin twin) {
    givenValues(VALUES);
    givenFile("_greet.hbs", "hello {{name}}");
    givenFile("_port.hbs", "{{this}}");
    files().forEach(this::givenChartFile);
    givenTemplate("r: " + twin.hbs + "\n");

    assertThat(ours()).as(twin.hbs).isEqualTo(twin.gives);
  }

  @Test
  void the_twin_for_helm_gives_the_same(@TempDir Path chart) throws IOException {
    RealHelm helm = RealHelm.in(chart);
    helm.write("values.yaml", VALUES);
    helm.write(
        "templates/_twins.tpl",
        "{{ define \"greet\" }}hello {{ .name }}{{ end }}{{ define \"port\" }}{{ . }}{{ end }}");
    files().forEach(helm::write);

    List<String> wrong = new ArrayList<>();
    for (Twin twin : twins().filter(Twin::asked).toList()) {
      Node found = theirs(helm, twin.go);
      if (found == null ? twin.helm != null : !found.equals(twin.helm)) {
        wrong.add("%s: %s, not %s".formatted(twin.go, found, twin.helm));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void each_name_has_five_twins_at_least() throws IOException {
    for (String name : List.of("include", "tpl", "lookup")) {
      assertThat(twins().filter(twin -> twin.helper.equals(name))).as(name).hasSizeGreaterThan(4);
    }
  }

  private @Nullable Node ours() {
    try {
      return onlyResource().content().entries().getOrDefault("r", NullNode.NULL);
    } catch (ChartException e) {
      return null;
    }
  }

  private static @Nullable Node theirs(RealHelm helm, String template) {
    try {
      String text = helm.render("r: " + template + "\n");
      return ((MapNode) YamlReader.read(new Source("Helm's", text)))
          .entries()
          .getOrDefault("r", NullNode.NULL);
    } catch (RealHelm.Refusal e) {
      return null;
    }
  }

  private static Map<String, String> files() {
    return Map.of("conf/a.txt", "one\ntwo\n", "conf/b.txt", "ü", "c.ini", "x=1");
  }

  private static Stream<Twin> twins() throws IOException {
    Path file = Path.of("src/test/resources/twin-templates.yaml");
    MapNode table =
        (MapNode) YamlReader.read(new Source("twin-templates.yaml", Files.readString(file)));
    List<Twin> twins = new ArrayList<>();
    table
        .entries()
        .forEach((helper, rows) -> {
          for (Node node : (ListNode) rows) {
            MapNode row = (MapNode) node;
            Node gives =
                row.has("fails") ? null : row.entries().getOrDefault("gives", NullNode.NULL);
            twins.add(
                new Twin(
                    helper,
                    row.text("go").orElseThrow(),
                    row.text("hbs").orElseThrow(),
                    gives,
                    row.has("helm") ? row.get("helm") : gives,
                    !row.has("unasked")));
          }
        });
    return twins.stream();
  }
}
