package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lint finds mistakes that people make, and finds nothing in the charts that ship. */
class SeededMistakesTest {
  private static final Path CHARTS = Path.of("..", "charts");
  private static final Path SEEDED = Path.of("src/test/resources/seeded");

  @TempDir Path folder;

  /** A mistake, as its file describes it. */
  record Mistake(String chart, MapNode description) {
    String text(String key) {
      return description.text(key).orElse("");
    }

    @Override
    public String toString() {
      return chart + ": " + text("mistake");
    }
  }

  static Stream<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    for (Path file : list(SEEDED)) {
      String chart = file.getFileName().toString().replace(".yaml", "");
      for (Node one : (ListNode) YamlReader.read(new Source(file.toString(), read(file)))) {
        mistakes.add(new Mistake(chart, (MapNode) one));
      }
    }
    return mistakes.stream();
  }

  static Stream<String> charts() {
    return list(CHARTS).stream()
        .filter(Files::isDirectory)
        .map(chart -> chart.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void nothing_is_found_in_a_chart_that_ships(String chart) {
    copyCharts();
    Terminal.Done done = new Terminal(folder).run("lint --strict " + chart);
    assertThat(done.out())
        .isEqualTo("==> Linting " + chart + "\n\n1 chart(s) linted, 0 chart(s) failed\n");
    assertThat(done.code()).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_found_at_its_place(Mistake mistake) {
    copyCharts();
    Path file = folder.resolve(mistake.chart()).resolve(mistake.text("file")).normalize();
    String before = read(file);
    assertThat(before).contains(mistake.text("replace"));
    write(file, before.replace(mistake.text("replace"), mistake.text("by")));

    String out = new Terminal(folder).run("lint -o json " + mistake.chart()).out();

    assertThat(found(out)).anySatisfy(problem -> assertMeant(problem, mistake));
  }

  private void assertMeant(MapNode problem, Mistake mistake) {
    assertThat(problem.text("code")).contains(mistake.text("code"));
    String in = mistake.text("in").isEmpty() ? mistake.text("file") : mistake.text("in");
    assertThat(problem.text("file")).contains(Path.of(mistake.chart(), in).normalize().toString());
    if (problem.get("line") instanceof NumberNode line) {
      String text = read(folder.resolve(mistake.chart()).resolve(in).normalize());
      assertThat(text.lines().toList().get(line.integer().intValue() - 1))
          .contains(mistake.text("at"));
    } else {
      assertThat(mistake.text("at")).isEmpty();
    }
  }

  private static List<MapNode> found(String json) {
    List<MapNode> found = new ArrayList<>();
    for (Node chart : (ListNode) JsonReader.read(new Source("lint", json))) {
      ((MapNode) chart).list("problems").forEach(problem -> found.add((MapNode) problem));
    }
    return found;
  }

  private void copyCharts() {
    try (Stream<Path> files = Files.walk(CHARTS, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(CHARTS.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
