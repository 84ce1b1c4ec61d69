package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemverTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.4",
        "1.2.3",
        "10.20.30",
        "1.1.2-prerelease+meta",
        "1.1.2+meta-valid",
        "1.0.0-alpha-a.b-c-long.1",
        "1.2.3----RC-SNAPSHOT.12.9.1--.12",
        "1.0.0-0A.is.legal",
        "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
      })
  void whole_versions_are_strict_and_print_as_written(String text) {
    assertThat(Semver.strict(text).orElseThrow()).hasToString(text);
    assertThat(Semver.loose(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0.0",
    "1.2, 1.2.0",
    "v1.2.3, 1.2.3",
    "v1.2-beta.1, 1.2.0-beta.1",
    "01.02.03, 1.2.3",
    "1.2+build, 1.2.0+build",
  })
  void what_people_write_is_completed_when_read_loosely_only(String text, String complete) {
    assertThat(Semver.strict(text)).isEmpty();
    assertThat(Semver.loose(text).orElseThrow()).hasToString(complete);
    assertThat(Semver.loose(text).orElseThrow().original()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "latest",
        "1.",
        "1..2",
        "1.2.3.4",
        "1.2.3-",
        "1.2.3+",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3-a_b",
        "V1.2.3",
        " 1.2.3",
        "1.2.3 ",
        "-1.2.3",
        "1.2.x",
        "1.2.3+a+b",
        "9999999999999999999.0.0",
      })
  void what_is_no_version_is_not_read_at_all(String text) {
    assertThat(Semver.strict(text)).isEmpty();
    assertThat(Semver.loose(text)).isEmpty();
  }

  @Test
  void versions_sort_by_precedence() {
    List<String> ascending =
        List.of(
            "0.9.9",
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0--1",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1-0",
            "1.0.10",
            "1.2.0",
            "1.10.0",
            "2.0.0");
    List<Semver> versions =
        new ArrayList<>(ascending.stream().map(text -> Semver.strict(text).orElseThrow()).toList());
    Collections.shuffle(versions, new Random(7));
    assertThat(versions.stream().sorted().map(Semver::toString))
        .containsExactlyElementsOf(ascending);
  }

  @Test
  void the_build_does_not_count_in_order() {
    assertThat(Semver.strict("1.0.0+a").orElseThrow())
        .isEqualByComparingTo(Semver.strict("1.0.0+b").orElseThrow());
  }
}
