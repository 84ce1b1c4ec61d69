package dev.pannier.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarningHeaderTest {

  @Test
  void several_warnings_may_stand_in_one_header_each_with_a_date() {
    assertThat(
            WarningHeader.texts(
                "299 - \"a, \\\"b\\\"\" \"Wed, 21 Oct 2015 07:28:00 GMT\", 299 - \"c\""))
        .containsExactly("a, \"b\"", "c");
  }

  @Test
  void what_is_no_warning_is_none() {
    assertThat(WarningHeader.texts("")).isEmpty();
    assertThat(WarningHeader.texts("299 - nothing")).isEmpty();
    assertThat(WarningHeader.texts("299 - \"open")).containsExactly("open");
  }
}
