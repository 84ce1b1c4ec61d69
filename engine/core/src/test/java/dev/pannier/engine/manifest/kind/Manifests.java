package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Manifests of the tests' own, read and checked. */
final class Manifests {

  static final Path FOLDER = Path.of("src", "test", "resources", "manifest", "kind");

  private Manifests() {}

  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static List<MapNode> read(Path file) throws IOException {
    return read(file.getFileName().toString(), Files.readString(file));
  }

  static List<MapNode> read(String name, String text) {
    Source source = new Source(name, text);
    Problems problems = new Problems();
    List<MapNode> objects =
        YamlReader.readAll(source, SourceMap.of(source), problems).stream()
            .map(MapNode.class::cast)
            .toList();
    problems.throwIfErrors();
    return objects;
  }

  static List<Problem> check(String manifest) {
    return check(read("test.yaml", manifest));
  }

  static List<Problem> check(List<MapNode> objects) {
    return objects.stream()
        .flatMap(object -> KindSchemas.builtIn().check(object).stream())
        .toList();
  }

  static String messages(List<Problem> problems) {
    return problems.stream().map(Manifests::message).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String message(Problem problem) {
    StringBuilder text = new StringBuilder(problem.toString());
    text.append(" [").append(problem.code()).append(']');
    problem
        .notes()
        .forEach(note ->
            text.append("\n  ").append(note.location()).append(": ").append(note.message()));
    if (!problem.hint().isEmpty()) {
      text.append("\n  ").append(problem.hint());
    }
    return text.toString();
  }
}
