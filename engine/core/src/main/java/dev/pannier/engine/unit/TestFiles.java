package dev.pannier.engine.unit;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a chart's tests, under the names that people find them by. */
final class TestFiles {
  static final String FOLDER = "tests";
  static final String CASE = "case.yaml";
  static final String VALUES = "values.yaml";
  static final String MANIFEST = "expected.yaml";
  static final String ERROR = "expected.err";

  private final Path chart;
  private final String shown;
  private final Set<Path> used = new HashSet<>();

  /**
   * The files of a chart.
   *
   * @param shown what people call the chart's folder
   */
  TestFiles(Path chart, String shown) {
    this.chart = chart;
    this.shown = shown;
  }

  /** What people call the chart's folder. */
  String shown() {
    return shown;
  }

  /** The folder of the tests. */
  Path folder() {
    return chart.resolve(FOLDER);
  }

  /** A file or folder under the name that people find it by, without its text. */
  Source source(Path path) {
    return Source.named(name(path));
  }

  private String name(Path path) {
    Path normal = path.normalize();
    if (!normal.startsWith(chart.normalize())) {
      return normal.toString();
    }
    String inside = chart.normalize().relativize(normal).toString();
    return shown.isEmpty() || shown.equals(".") ? inside : shown + "/" + inside;
  }

  /** A file's text, where there is such a file. */
  Optional<Source> find(Path file) {
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * A file that a case names.
   *
   * @param folder what its name is relative to
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read
   */
  Source used(Path folder, TextNode reference) {
    Path file = folder.resolve(reference.text()).normalize();
    if (!Files.isRegularFile(file)) {
      throw Problem.error("test.file-not-found", "There is no file `" + name(file) + "`.")
          .at(reference.origin())
          .hint("Names of files are relative to the folder of the file that names them.")
          .exception();
    }
    used.add(file);
    return read(file);
  }

  /** Whether a case names a file as one of values. */
  boolean isUsed(Path file) {
    return used.contains(file.normalize());
  }

  private Source read(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Source(name(file), text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      throw Problem.error(
              "chart.unreadable", "`" + name(file) + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  /** The map in a file, where there is one; an empty file is an empty map. */
  Optional<MapNode> map(Source source, Problems problems) {
    Problems found = new Problems();
    List<Node> documents = YamlReader.readAll(source, SourceMap.of(source), found);
    problems.addAll(found.all());
    if (found.hasErrors()) {
      return Optional.empty();
    }
    return switch (documents.isEmpty() ? NullNode.NULL : documents.getFirst()) {
      case MapNode map -> Optional.of(map);
      case NullNode _ -> Optional.of(MapNode.EMPTY.withOrigin(source.whole()));
      case Node other -> {
        problems.add(notMap(other.origin(), source, other));
        yield Optional.empty();
      }
    };
  }

  private static Problem notMap(Location place, Source source, Node other) {
    return Problem.error(
            "test.wrong-type",
            "`%s` must hold a map of keys and values, not a %s."
                .formatted(source.name(), other.typeName()))
        .at(place);
  }
}
