package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import java.util.List;

/** Reads YAML as Kubernetes does, each node with its place. */
public final class YamlReader {

  /** Deeper than any manifest, shallow enough for any stack. */
  static final int MAX_DEPTH = 200;

  private YamlReader() {}

  /**
   * Reads a text of one document at most; an empty one is null.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is not YAML, holds a key twice, or
   *     more than one document
   */
  public static Node read(Source source) {
    Problems problems = new Problems();
    List<Node> documents = readAll(source, SourceMap.of(source), problems);
    if (documents.size() > 1) {
      problems.add(
          Problem.error("yaml.many-documents", "There is more than one YAML document here.")
              .at(documents.get(1).origin())
              .hint("Keep one document; take out the `---` line or split the file."));
    }
    problems.throwIfErrors();
    return documents.isEmpty() ? NullNode.NULL.withOrigin(source.whole()) : documents.getFirst();
  }

  /**
   * Reads all documents of a text. What is wrong goes to the problems, all duplicate keys among
   * them; after a syntax error come no further documents.
   *
   * @param map leads from a place in the text to the place that problems and nodes shall name
   */
  public static List<Node> readAll(Source source, SourceMap map, Problems problems) {
    return new Composer(source, map, problems).documents();
  }
}
