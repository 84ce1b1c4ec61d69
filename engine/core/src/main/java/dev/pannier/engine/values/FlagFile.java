package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.List;

/** Reads the files that flags name. */
final class FlagFile {

  private FlagFile() {}

  /**
   * The text behind a reference.
   *
   * @param place where the flag names it
   * @throws dev.pannier.engine.problem.ChartException when it names none, or none that can be read
   */
  static Source read(ValuesFiles files, String reference, Location place) {
    if (reference.isBlank()) {
      throw Problem.error("values.file-not-found", "The name of a file is missing.")
          .at(place)
          .exception();
    }
    return files.read(reference);
  }

  /** The values in a file, its documents merged in their order (as Helm 4 does). */
  static MapNode values(ValuesFiles files, ValuesFlag.File flag) {
    Source source = read(files, flag.reference(), flag.source().at(1, 4));
    Problems problems = new Problems();
    List<Node> documents = YamlReader.readAll(source, SourceMap.of(source), problems);
    MapNode values = MapNode.EMPTY.withOrigin(source.whole());
    for (Node document : documents) {
      if (document instanceof MapNode map) {
        values = ValuesMerge.merge(map, values);
      } else if (!(document instanceof NullNode)) {
        problems.add(notMap(document, source));
      }
    }
    problems.throwIfErrors();
    return values;
  }

  private static Problem notMap(Node document, Source source) {
    return Problem.error(
            "values.not-a-map",
            "`" + source.name() + "` holds " + Wording.of(document) + " where values must stand.")
        .at(document.origin())
        .hint("Values are keys with values: `replicas: 2`.");
  }
}
