package dev.pannier.engine.release;

import dev.pannier.engine.problem.Problem;

/**
 * A release's name: DNS labels joined by dots, at most 53 characters, as Helm checks it
 * (pkg/chart/common/util/validate_name.go).
 */
public record ReleaseName(String value) {

  /** Leaves room for what is appended to it in names of at most 63 characters. */
  private static final int LONGEST = 53;

  /**
   * A checked name.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is none
   */
  public ReleaseName {
    if (value.length() > LONGEST) {
      throw Problem.error(
              "release.invalid-name",
              "The release name `" + value + "` is longer than 53 characters.")
          .hint("Choose a shorter name.")
          .exception();
    }
    if (!DnsName.isSubdomain(value)) {
      throw Problem.error("release.invalid-name", "`" + value + "` is no release name.")
          .hint(
              "Use lower case letters, digits, `-` and `.`; begin and end with a letter or a"
                  + " digit.")
          .exception();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
