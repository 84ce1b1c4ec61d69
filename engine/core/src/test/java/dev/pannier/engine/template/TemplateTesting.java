package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Given templates and values, then what they render to, or what is wrong with them. */
abstract class TemplateTesting {

  private static final String HEAD = "apiVersion: v1\nkind: Thing\nmetadata:\n  name: x\n";

  private final Map<String, String> templates = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private MapNode values = MapNode.EMPTY;
  private RenderLimits limits = RenderLimits.DEFAULT;
  private MapNode generated = MapNode.EMPTY;

  void givenValues(String yaml) {
    values = (MapNode) YamlReader.read(new Source("values.yaml", yaml));
  }

  void givenValues(MapNode given) {
    values = given;
  }

  /** A manifest whose head is written already; the lines given follow it. */
  void givenTemplate(String body) {
    givenFile("thing.yaml.hbs", HEAD + body);
  }

  void givenFile(String name, String text) {
    templates.put("templates/" + name, text);
  }

  void givenChartFile(String path, String text) {
    files.put(path, text);
  }

  void givenLimits(RenderLimits given) {
    limits = given;
  }

  void givenGenerated(MapNode given) {
    generated = given;
  }

  /** The lines after the head. */
  void thenText(String expected) {
    assertThat(text()).isEqualTo(expected);
  }

  String text() {
    String text = onlyResource().text();
    assertThat(text).startsWith(HEAD);
    return text.substring(HEAD.length());
  }

  /** The data after the head. */
  void thenYaml(String expected) {
    MapNode content = onlyResource().content();
    MapNode rest = content.without("apiVersion").without("kind").without("metadata");
    assertThat((Node) rest)
        .as(onlyResource().text())
        .isEqualTo(YamlReader.read(new Source("expected", expected)));
  }

  void thenNotes(String expected) {
    assertThat(render().notes()).isEqualTo(expected);
  }

  /** All problems, one after the other: place, sentence, notes, hint. */
  void thenFails(String expected) {
    assertThat(problems()).isEqualTo(expected);
  }

  String problems() {
    ChartException thrown =
        catchThrowableOfType(ChartException.class, () -> System.err.print(render().resources()));
    assertThat(thrown).as("problems").isNotNull();
    StringBuilder told = new StringBuilder();
    for (Problem problem : thrown.problems()) {
      told.append(problem).append('\n');
      for (Note note : problem.notes()) {
        told.append("  ").append(note.location()).append(": ").append(note.message()).append('\n');
      }
      if (!problem.hint().isEmpty()) {
        told.append("  ").append(problem.hint()).append('\n');
      }
    }
    return told.toString();
  }

  Resource onlyResource() {
    List<Resource> resources = render().resources();
    assertThat(resources).hasSize(1);
    return resources.getFirst();
  }

  Rendering render() {
    return new ChartRenderer().render(input(chart()));
  }

  RenderInput input(Chart chart) {
    return new RenderInput(
        chart,
        values,
        new ReleaseContext("demo", "default", 1, true, false),
        new Capabilities("v1.36.0", Set.of("v1", "apps/v1")),
        ClusterLookup.NONE,
        generated,
        limits,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        new SplittableRandom(1));
  }

  Chart chart() {
    return new Chart(
        metadata("web", "application"),
        MapNode.EMPTY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        files(templates),
        List.of(),
        files(files),
        List.of());
  }

  static List<ChartFile> files(Map<String, String> texts) {
    List<ChartFile> files = new ArrayList<>();
    texts.forEach((path, text) ->
        files.add(new ChartFile(path, path, text.getBytes(StandardCharsets.UTF_8))));
    return files;
  }

  static ChartMetadata metadata(String name, String type) {
    return new ChartMetadata(
        "v2",
        name,
        "1.2.3",
        "4.5",
        "",
        "",
        type,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        false,
        "",
        "",
        MapNode.EMPTY);
  }
}
