package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemverConstraintTest {

  @ParameterizedTest(name = "{0} allows {1}, refuses {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        // comparisons with whole versions
        "=2.0.0 ; 2.0.0 ; 1.2.3 2.0.1",
        "2.0.0 ; 2.0.0 2.0.0+build ; 2.0.1",
        "!=4.1.0 ; 4.1.1 5.0.0 ; 4.1.0 5.1.0-alpha.1",
        ">1.2.3 ; 1.2.4 2.0.0 ; 1.2.3 1.2.2",
        ">=1.2.3 ; 1.2.3 2.0.0 ; 1.2.2 1.2.3-beta",
        "<1.4.1 ; 1.4.0 0.1.0 ; 1.4.1 1.4.1-beta",
        "=>3.0.0 ; 3.0.0 ; 2.9.9",
        "=<3.0.0 ; 3.0.0 ; 3.0.1",
        // comparisons with parts of versions
        "=2.0 ; 2.0.0 2.0.1 ; 1.2.3 2.1.0",
        "4.1 ; 4.1.0 4.1.9 ; 4.2.0",
        "2 ; 2.1.1 2.0.0 ; 1.0.0 3.4.5",
        "!=4.1 ; 4.2.0 5.1.0 3.1.0 ; 4.1.0 4.1.1",
        "!=4.x ; 5.1.0 3.1.0 ; 4.1.0",
        "!=4.1-alpha ; 4.1.0 ; 4.1.0-alpha 4.1.1-alpha",
        "<11 ; 0.1.0 10.9.9 ; 11.0.0 11.1.0",
        "<1.1 ; 0.1.0 1.0.9 ; 1.1.0 1.1.1",
        "<1.1.x ; 1.0.500 ; 1.2.1 1.1.500",
        "<=11 ; 1.2.3 11.2.3 ; 12.2.3",
        "<=1.1 ; 0.1.0 1.1.0 1.1.1 ; 1.2.3 0.1.0-alpha",
        "<=2.x ; 2.9.9 1.0.0 ; 3.0.0",
        ">11 ; 12.0.0 ; 11.0.0 11.1.0",
        ">11.1 ; 11.2.1 12.0.0 ; 11.1.0 11.1.1",
        ">0 ; 1.0.0 ; 0.0.0 0.9.0 0.0.1-alpha",
        ">=11 ; 11.1.2 ; 10.9.9",
        ">=11.1 ; 11.1.2 ; 11.0.2",
        // wildcards
        "* ; 1.2.3 0.0.0 ; 1.2.3-alpha.1",
        "x ; 4.5.6 ; 1.2.3-alpha.1",
        "2.* ; 2.1.1 ; 1.0.0 3.4.5",
        "2.1.X ; 2.1.1 ; 2.2.1",
        "0.x.x ; 0.4.0 ; 1.2.3",
        "0.0.x ; 0.0.9 ; 1.2.3 0.1.0",
        // tilde
        "~1.2.3 ; 1.2.3 1.2.5 ; 1.2.2 1.3.4",
        "~>1.2.3 ; 1.2.5 ; 1.3.0",
        "~1.2 ; 1.2.0 1.2.4 ; 1.3.4 2.2.0",
        "~1 ; 1.3.5 1.4.0 ; 2.3.4",
        "~1.x ; 1.3.5 ; 2.1.1",
        "~* ; 2.1.1 ; 2.1.1-a",
        "~0.0.0 ; 1.2.3 ; 1.2.3-a",
        "~1.2.3-beta.2 ; 1.2.3-beta.4 1.2.4-beta.2 1.2.3 ; 1.3.4-beta.2 1.2.3-beta.1",
        "~1.1-alpha ; 1.1.1-beta ; 1.2.0",
        // caret
        "^1.2.3 ; 1.2.3 1.8.9 ; 1.2.1 2.8.9 1.2.4-a",
        "^1.2 ; 1.2.0 1.8.9 ; 1.1.9 2.8.9",
        "^1 ; 1.0.0 1.8.9 ; 2.8.9 0.9.0",
        "^1.x ; 1.1.1 ; 2.1.1 1.1.1-beta1",
        "^0.2.3 ; 0.2.3 0.2.5 ; 0.2.2 0.3.0 0.5.6 1.2.3",
        "^0.2 ; 0.2.0 0.2.5 ; 0.1.1 0.3.0",
        "^0.0.3 ; 0.0.3 ; 0.0.2 0.0.4 0.1.1",
        "^0.0 ; 0.0.0 0.0.3 ; 0.1.4 1.0.4",
        "^0 ; 0.2.3 0.0.0 ; 1.1.4",
        "^0.0.0 ; 0.0.0 ; 1.2.3 0.0.1",
        "^1.2.0-alpha.2 ; 1.2.0-alpha.3 1.2.1-alpha.0 1.9.0 ; 1.2.0-alpha.1",
        // prereleases
        ">0.0.0-0 ; 0.0.0-alpha 1.2.3 ; 0.0.0-0",
        ">0-0 ; 1.0.0 1.0.0-a ; 0.0.1-alpha 0.0.0-alpha",
        ">=0-0 ; 0.0.1-alpha 0.0.0-alpha 3.4.5-beta.1 ; ",
        "<0-z ; 0.0.0-alpha ; 0.0.0",
        "*-0 ; 1.2.3-alpha.1 1.2.3 ; ",
        ">1.2.3-alpha.1 ; 1.2.3-alpha.2 1.3.3-alpha.2 ; 1.2.3-alpha.0",
        ">=1.19.0-0 ; 1.19.0 1.29.3-gke.100 v1.30.0 ; 1.18.9",
        // several conditions
        ">1.1, <2 ; 1.2.1 ; 1.1.1 2.0.0",
        ">1.1 <2 ; 1.2.1 ; 1.1.1 2.0.0",
        ">= 1.1 , <   2, != 1.2.3 ; 1.2.2 ; 1.2.3 2.0.0",
        ">=1.1, <2, !=1.2.3 || > 3 ; 1.2.2 4.1.2 ; 1.2.3 3.1.2 3.0.0",
        ">=1.1 <2||>=3 ; 1.5.0 3.0.0 ; 2.5.0",
        ">= 1.0.0  <= 2.0.0-beta || > 3 ; 1.0.1-beta 1.0.1 4.0.0 ; 3.0.0 4.0.1-beta",
        // ranges with a hyphen
        "1.1 - 2 ; 1.1.0 1.1.1 2.9.0 ; 1.0.9 3.0.0",
        "1.5.0 - 4.5 ; 3.7.0 4.5.9 ; 4.6.0 1.4.9",
        "1.0.0 - 2.0.0 <=1.9 ; 1.5.0 1.9.9 ; 2.0.0",
        "1 - 2 || 4 - 5 ; 1.0.0 5.5.5 ; 3.0.0 6.0.0",
        "1.1-3 ; 1.1.0-3 1.1.0 ; 4.3.2",
        "v1.2 - v1.4 ; 1.3.0 ; 1.5.0",
      })
  void a_constraint_allows_what_masterminds_allows(
      String constraint, String allowed, String refused) {
    SemverConstraint parsed = SemverConstraint.parse(constraint).orElseThrow();
    assertThat(versions(allowed)).isNotEmpty().allMatch(text -> allows(parsed, text));
    assertThat(versions(refused)).noneMatch(text -> allows(parsed, text));
  }

  private static String[] versions(String text) {
    return text == null ? new String[0] : text.split(" ");
  }

  private static boolean allows(SemverConstraint constraint, String version) {
    return constraint.allows(Semver.loose(version).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "foo",
        ">= bar",
        "BAR >= 1.2.3",
        "12.3.4.1234",
        "12.3.34~ 1.2.3",
        ">=1.2<2",
        ">=1.2,",
        ",1.2",
        "1.2 ||",
        "|| 1.2",
        "1.2 ; 1.3",
        "v1.2.3-beta.01",
        "1 -",
        ">1 - 2",
        "!1.2",
        "> = 1",
        "1..2",
        "=",
        "^^1",
        "1 - 2 -",
      })
  void what_is_no_constraint_is_not_read(String text) {
    assertThat(SemverConstraint.parse(text)).isEmpty();
  }

  @Test
  void a_constraint_prints_as_written() {
    assertThat(SemverConstraint.parse(">=1.2,  <2 || ~4").orElseThrow())
        .hasToString(">=1.2,  <2 || ~4");
  }
}
