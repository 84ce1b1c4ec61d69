package dev.pannier.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDifferenceTest {

  @Test
  void of_several_lines_the_first_that_differs_is_shown() {
    assertThat(TextDifference.told("a\nb: 1\nc\n", "a\nb: 2\nc\n"))
        .isEqualTo("expected on line 2 `b: 1`, is `b: 2`");
    assertThat(TextDifference.told("a\nb\n", "a\n"))
        .isEqualTo("expected on line 2 `b`, is nothing");
  }

  @Test
  void of_a_long_line_what_is_around_the_difference_is_shown() {
    String before = "x".repeat(50);
    assertThat(TextDifference.told(before + "yes", before + "no" + "z".repeat(70)))
        .isEqualTo(
            "expected `…%1$syes`, is `…%1$sno%2$s…`".formatted("x".repeat(20), "z".repeat(38)));
  }

  @Test
  void no_character_is_cut_in_half() {
    String before = "x".repeat(50) + "\uD83D\uDE00".repeat(15);
    assertThat(TextDifference.told(before + "1", before + "2")).doesNotContain("\uFFFD");
    assertThat(TextDifference.told("\uD83D\uDE00" + "x".repeat(70), "\uD83D\uDE01"))
        .startsWith("expected `\uD83D\uDE00xxx");
  }
}
