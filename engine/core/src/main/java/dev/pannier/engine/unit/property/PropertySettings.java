package dev.pannier.engine.unit.property;

import dev.pannier.engine.unit.ProblemPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How to look for failing values.
 *
 * @param seed decides all that is drawn: the same seed draws the same values
 * @param runs how many values to try
 * @param limit when to stop at the latest, shrinking included
 * @param allowed problems that are no failures, such as of a template's own {@code fail}
 */
public record PropertySettings(long seed, int runs, Duration limit, List<ProblemPattern> allowed) {
  public PropertySettings {
    allowed = List.copyOf(allowed);
  }

  /** The same, allowing more. */
  public PropertySettings allowing(List<ProblemPattern> more) {
    List<ProblemPattern> all = new ArrayList<>(allowed);
    all.addAll(more);
    return new PropertySettings(seed, runs, limit, all);
  }
}
