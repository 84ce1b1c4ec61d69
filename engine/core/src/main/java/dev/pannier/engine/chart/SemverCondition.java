package dev.pannier.engine.chart;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of a constraint.
 *
 * @param bound the version to compare with, zeros where it says nothing
 * @param precision how many numbers of it are given before the first wildcard: 3 is a whole version
 */
record SemverCondition(Operator operator, Semver bound, int precision) {

  /** How a version is compared with the bound. */
  enum Operator {
    SAME,
    DIFFERENT,
    ABOVE,
    BELOW,
    AT_LEAST,
    AT_MOST,
    TILDE,
    CARET;

    /** The operator that stands next; none is {@code =}. */
    static Operator scan(SemverScanner scanner) {
      if (scanner.skip("!=")) {
        return DIFFERENT;
      }
      if (scanner.skip(">=") || scanner.skip("=>")) {
        return AT_LEAST;
      }
      if (scanner.skip("<=") || scanner.skip("=<")) {
        return AT_MOST;
      }
      if (scanner.skip('>')) {
        return ABOVE;
      }
      if (scanner.skip('<')) {
        return BELOW;
      }
      if (scanner.skip("~>") || scanner.skip('~')) {
        return TILDE;
      }
      return scanner.skip('^') ? CARET : sameWithOrWithoutSign(scanner);
    }

    private static Operator sameWithOrWithoutSign(SemverScanner scanner) {
      scanner.skip('=');
      return SAME;
    }
  }

  /** The version that stands next as a condition, or null where none does. */
  static @Nullable SemverCondition scan(Operator operator, SemverScanner scanner) {
    int start = scanner.position();
    scanner.skip('v');
    SemverScanner.Numbers numbers = scanner.numbersOrWildcards();
    if (numbers == null) {
      return null;
    }
    String prerelease = scanner.skip('-') ? scanner.identifiers(true) : "";
    String build = scanner.skip('+') ? scanner.identifiers(false) : "";
    if (prerelease == null || build == null) {
      scanner.rewind(start);
      return null;
    }
    int precision = precision(numbers);
    Semver bound =
        new Semver(
            precision > 0 ? numbers.major() : 0,
            precision > 1 ? numbers.minor() : 0,
            precision > 2 ? numbers.patch() : 0,
            prerelease,
            "",
            "");
    return new SemverCondition(operator, bound, precision);
  }

  private static int precision(SemverScanner.Numbers numbers) {
    if (numbers.major() == SemverScanner.WILDCARD) {
      return 0;
    }
    if (numbers.given() < 2 || numbers.minor() == SemverScanner.WILDCARD) {
      return 1;
    }
    return numbers.given() < 3 || numbers.patch() == SemverScanner.WILDCARD ? 2 : 3;
  }

  SemverCondition with(Operator other) {
    return new SemverCondition(other, bound, precision);
  }

  boolean holds(Semver version) {
    return switch (operator) {
      case SAME -> precision < 3 ? tilde(version) : version.compareTo(bound) == 0;
      case DIFFERENT -> different(version);
      case ABOVE -> above(version);
      case BELOW -> version.compareTo(bound) < 0;
      case AT_LEAST -> version.compareTo(bound) >= 0;
      case AT_MOST -> atMost(version);
      case TILDE -> tilde(version);
      case CARET -> caret(version);
    };
  }

  private boolean sameMajor(Semver version) {
    return version.major() == bound.major();
  }

  private boolean sameMinor(Semver version) {
    return version.minor() == bound.minor();
  }

  private boolean different(Semver version) {
    return switch (precision) {
      case 1 -> !sameMajor(version);
      case 2 ->
          !sameMajor(version)
              || !sameMinor(version)
              || !version.prerelease().equals(bound.prerelease());
      default -> version.compareTo(bound) != 0;
    };
  }

  /** {@code >11} begins with 12, and {@code >11.1} with 11.2. */
  private boolean above(Semver version) {
    return switch (precision) {
      case 1 -> version.major() > bound.major();
      case 2 ->
          version.major() > bound.major()
              || (sameMajor(version) && version.minor() > bound.minor());
      default -> version.compareTo(bound) > 0;
    };
  }

  /** {@code <=11} ends before 12, and {@code <=11.1} before 11.2. */
  private boolean atMost(Semver version) {
    return switch (precision) {
      case 3 -> version.compareTo(bound) <= 0;
      case 1 -> version.major() <= bound.major();
      default ->
          version.major() < bound.major()
              || (sameMajor(version) && version.minor() <= bound.minor());
    };
  }

  /** Masterminds lets {@code ~0.0.0} and {@code *} allow everything from 0.0.0 on. */
  private boolean tilde(Semver version) {
    if (version.compareTo(bound) < 0) {
      return false;
    }
    boolean zero = bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
    boolean anything = zero && (precision == 0 || precision == 3);
    return anything || (sameMajor(version) && (precision == 1 || sameMinor(version)));
  }

  /** All numbers up to the first that is not zero stay the same. */
  private boolean caret(Semver version) {
    if (version.compareTo(bound) < 0 || !sameMajor(version)) {
      return false;
    }
    if (bound.major() > 0 || precision == 1) {
      return true;
    }
    if (bound.minor() > 0 || precision == 2) {
      return sameMinor(version);
    }
    return sameMinor(version) && version.patch() == bound.patch();
  }
}
