package dev.pannier.engine.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition on versions, in the grammar and with the meaning of Masterminds/semver v3, which Helm
 * uses: comparisons ({@code = != > < >= <=}), {@code ~}, {@code ^}, wildcards, ranges with a
 * hyphen, joined by spaces or commas (and) and by {@code ||} (or).
 *
 * <p>A prerelease is allowed only by a group of conditions of which one names a prerelease itself,
 * such as {@code >=1.2-0}.
 */
public final class SemverConstraint {

  private final String text;
  private final List<List<SemverCondition>> alternatives;

  private SemverConstraint(String text, List<List<SemverCondition>> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /** Reads a constraint; empty where it is none. */
  public static Optional<SemverConstraint> parse(String text) {
    List<List<SemverCondition>> alternatives = new ArrayList<>();
    SemverScanner scanner = new SemverScanner(text);
    do {
      List<SemverCondition> group = group(scanner);
      if (group == null) {
        return Optional.empty();
      }
      alternatives.add(group);
    } while (scanner.skip("||"));
    return scanner.atEnd()
        ? Optional.of(new SemverConstraint(text, alternatives))
        : Optional.empty();
  }

  /** Conditions that must all hold, or null where they are not well formed. */
  private static @Nullable List<SemverCondition> group(SemverScanner scanner) {
    List<SemverCondition> group = new ArrayList<>();
    boolean more = true;
    scanner.skipSpace();
    while (more) {
      if (!condition(scanner, group)) {
        return null;
      }
      boolean space = scanner.skipSpace();
      boolean comma = scanner.skip(',');
      scanner.skipSpace();
      int here = scanner.position();
      boolean ends = scanner.atEnd() || scanner.skip("||");
      scanner.rewind(here);
      if (ends && comma || !ends && !comma && !space) {
        return null;
      }
      more = !ends;
    }
    return group;
  }

  /** Adds the next condition, or the two that a range with a hyphen stands for. */
  private static boolean condition(SemverScanner scanner, List<SemverCondition> group) {
    SemverCondition.Operator operator = SemverCondition.Operator.scan(scanner);
    scanner.skipSpace();
    SemverCondition from = SemverCondition.scan(operator, scanner);
    if (from == null) {
      return false;
    }
    int end = scanner.position();
    boolean range =
        operator == SemverCondition.Operator.SAME
            && scanner.skipSpace()
            && scanner.skip('-')
            && scanner.skipSpace();
    if (!range) {
      scanner.rewind(end);
      return group.add(from);
    }
    SemverCondition to = SemverCondition.scan(SemverCondition.Operator.AT_MOST, scanner);
    return to != null && group.add(from.with(SemverCondition.Operator.AT_LEAST)) && group.add(to);
  }

  /** Whether a version meets it. */
  public boolean allows(Semver version) {
    for (List<SemverCondition> group : alternatives) {
      if (allHold(group, version)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allHold(List<SemverCondition> group, Semver version) {
    boolean prereleases = !version.isPrerelease();
    for (SemverCondition condition : group) {
      prereleases |= condition.bound().isPrerelease();
    }
    if (!prereleases) {
      return false;
    }
    for (SemverCondition condition : group) {
      if (!condition.holds(version)) {
        return false;
      }
    }
    return true;
  }

  /** The constraint as written. */
  @Override
  public String toString() {
    return text;
  }
}
