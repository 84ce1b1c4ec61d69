package dev.pannier.engine.values;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/**
 * Checks values against a chart's values.schema.json: drafts 4, 6, 7, 2019-09 and 2020-12, the last
 * where a schema names none of them. References must stay within the file.
 */
public final class ValuesSchema {

  private ValuesSchema() {}

  /**
   * Every violation, each naming the path, the value, where it was set, and what is allowed; where
   * the schema itself is broken, what is wrong with it instead.
   *
   * @param prefix the path of these values in the whole, such as {@code db.}; empty at the root
   */
  public static List<Problem> check(MapNode values, Source schema, String prefix) {
    try {
      return checked(values, JsonReader.read(schema), prefix);
    } catch (ChartException e) {
      return e.problems();
    }
  }

  private static List<Problem> checked(MapNode values, Node schema, String prefix) {
    List<Problem> broken = SchemaReview.problems(schema);
    if (!broken.isEmpty()) {
      return broken;
    }
    try {
      List<Violation> violations = SchemaValidation.violations(values, schema);
      return new ViolationReport(new ViolationProblem(values, schema, prefix)).of(violations);
    } catch (StackOverflowError _) {
      return List.of(
          SchemaReview.broken("The schema refers to itself without end.", schema)
              .hint("Look for an `allOf` or a `$ref` that leads back to where it stands."));
    }
  }
}
