package dev.pannier.engine.values;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** What a user sets: files and flags become one map, later ones over earlier ones. */
public final class UserValues {

  private UserValues() {}

  /**
   * Reads and merges flags in Helm's order of precedence; each leaf's origin names the file and
   * line or the flag that set it. Nulls are kept: they delete when merged over a chart's defaults.
   *
   * @throws dev.pannier.engine.problem.ChartException naming every flag that is wrong
   */
  public static MapNode read(List<ValuesFlag> flags, ValuesFiles files) {
    throw new UnsupportedOperationException();
  }
}
