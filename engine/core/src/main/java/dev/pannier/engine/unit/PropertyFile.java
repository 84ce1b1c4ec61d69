package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tests/property.yaml says of values drawn from the schema: which problems are no failures,
 * because the chart itself refuses what its schema cannot.
 *
 * @param allowed those problems
 */
public record PropertyFile(List<ProblemPattern> allowed) {
  static final String NAME = "property.yaml";

  public PropertyFile {
    allowed = List.copyOf(allowed);
  }

  /**
   * Reads a chart's file, where there is one.
   *
   * @param chart the chart's folder
   * @param shown what people call it
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong with it
   */
  public static PropertyFile read(Path chart, String shown) {
    TestFiles files = new TestFiles(chart, shown);
    Optional<Source> source = files.find(files.folder().resolve(NAME));
    if (source.isEmpty()) {
      return new PropertyFile(List.of());
    }
    Problems problems = new Problems();
    CaseFields fields =
        new CaseFields(files.map(source.get(), problems).orElse(MapNode.EMPTY), problems);
    fields.refuseOthers("a file about drawn values", List.of("allow"));
    PropertyFile file = new PropertyFile(allowed(fields));
    problems.throwIfErrors();
    return file;
  }

  private static List<ProblemPattern> allowed(CaseFields fields) {
    List<ProblemPattern> allowed = new ArrayList<>();
    Node said = fields.get("allow");
    List<Node> items =
        said instanceof ListNode list ? list.items() : said == null ? List.of() : List.of(said);
    for (Node item : items) {
      if (item instanceof TextNode code) {
        allowed.add(new ProblemPattern(code.text(), ""));
      } else if (item instanceof MapNode map) {
        pattern(new CaseFields(map, fields.problems())).ifPresent(allowed::add);
      } else {
        fields.misfit("allow", item, "codes of problems, or `code` and `message`");
      }
    }
    return allowed;
  }

  /** All problems would be allowed by a pattern that says nothing. */
  private static Optional<ProblemPattern> pattern(CaseFields fields) {
    fields.refuseOthers("a problem that is allowed", List.of("code", "message"));
    ProblemPattern pattern =
        new ProblemPattern(fields.text("code", ""), fields.text("message", ""));
    if (pattern.code().isEmpty() && pattern.message().isEmpty()) {
      fields
          .problems()
          .add(
              Problem.error("test.wrong-type", "This would allow any problem.")
                  .at(fields.map().origin())
                  .hint("Write `code`, `message`, or both."));
      return Optional.empty();
    }
    return Optional.of(pattern);
  }
}
