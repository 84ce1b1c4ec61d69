package dev.pannier.engine.chart;

import java.util.Optional;

/**
 * A semantic version, read and ordered as Masterminds/semver v3 does, which Helm uses. Two versions
 * that differ in their build part only are equal in order, though not as records.
 *
 * @param prerelease what follows the {@code -}; empty for a release
 * @param build what follows the {@code +}; empty where there is none
 * @param original the version as written
 */
public record Semver(
    long major, long minor, long patch, String prerelease, String build, String original)
    implements Comparable<Semver> {

  /**
   * Reads a version as semver.org defines it; empty where it is none. {@code 1.2} and {@code
   * v1.2.3} are none.
   */
  public static Optional<Semver> strict(String text) {
    SemverScanner scanner = new SemverScanner(text);
    SemverScanner.Numbers numbers = scanner.numbers();
    return numbers != null && numbers.given() == 3 && !numbers.leadingZero()
        ? version(scanner, numbers, text)
        : Optional.empty();
  }

  /**
   * Reads a version as people write it: a {@code v} before it, minor and patch left out, zeros
   * leading the numbers; empty where it is not even that.
   */
  public static Optional<Semver> loose(String text) {
    SemverScanner scanner = new SemverScanner(text);
    scanner.skip('v');
    SemverScanner.Numbers numbers = scanner.numbers();
    return numbers == null ? Optional.empty() : version(scanner, numbers, text);
  }

  private static Optional<Semver> version(
      SemverScanner scanner, SemverScanner.Numbers numbers, String text) {
    String prerelease = scanner.skip('-') ? scanner.identifiers(true) : "";
    String build = scanner.skip('+') ? scanner.identifiers(false) : "";
    if (prerelease == null || build == null || !scanner.atEnd()) {
      return Optional.empty();
    }
    return Optional.of(
        new Semver(numbers.major(), numbers.minor(), numbers.patch(), prerelease, build, text));
  }

  /** Whether it comes before a release. */
  public boolean isPrerelease() {
    return !prerelease.isEmpty();
  }

  @Override
  public int compareTo(Semver other) {
    int order = Long.compare(major, other.major);
    order = order != 0 ? order : Long.compare(minor, other.minor);
    order = order != 0 ? order : Long.compare(patch, other.patch);
    return order != 0 ? order : comparePrereleases(prerelease, other.prerelease);
  }

  private static int comparePrereleases(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    String[] left = a.split("\\.");
    String[] right = b.split("\\.");
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = compareIdentifiers(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /** Numbers by value, before all else; the rest by ASCII order. */
  private static int compareIdentifiers(String a, String b) {
    boolean numeric = SemverScanner.isNumeric(a);
    if (numeric != SemverScanner.isNumeric(b)) {
      return numeric ? -1 : 1;
    }
    return numeric && a.length() != b.length()
        ? Integer.compare(a.length(), b.length())
        : Integer.signum(a.compareTo(b));
  }

  /** {@code 1.2.3-beta.1+build}, complete and without a {@code v}. */
  @Override
  public String toString() {
    return major
        + "."
        + minor
        + "."
        + patch
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (build.isEmpty() ? "" : "+" + build);
  }
}
