package dev.pannier.engine.unit.property;

import java.time.Duration;
import java.util.Set;

/**
 * How to look for failing values.
 *
 * @param seed decides all that is drawn: the same seed draws the same values
 * @param runs how many values to try
 * @param limit when to stop at the latest, shrinking included
 * @param allowed codes of problems that are no failures, such as of a template's own {@code fail}
 */
public record PropertySettings(long seed, int runs, Duration limit, Set<String> allowed) {
  public PropertySettings {
    allowed = Set.copyOf(allowed);
  }
}
