package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** Checks values against a chart's values.schema.json (draft-07 and 2020-12, local references). */
public final class ValuesSchema {

  private ValuesSchema() {}

  /**
   * Every violation, each naming the path, the value, where it was set, and what is allowed.
   *
   * @param prefix the path of these values in the whole, such as {@code db.}; empty at the root
   */
  public static List<Problem> check(MapNode values, Source schema, String prefix) {
    throw new UnsupportedOperationException();
  }
}
