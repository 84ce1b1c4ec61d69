package dev.pannier.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlCommentsTest {

  @Test
  void comments_stand_alone_or_beside() {
    thenComments(
        """
        # head
        a: 1 # beside
        b:
          #inner
          c: 2
        """,
        new YamlComment(1, 1, " head", true),
        new YamlComment(2, 6, " beside", false),
        new YamlComment(4, 3, "inner", true));
  }

  @Test
  void what_looks_like_one_in_a_scalar_is_none() {
    thenComments(
        """
        a: "# no"
        b: no#no
        c: |
          # no
        d: 'x
          # no
          '
        e: > # yes
          # no
        """,
        new YamlComment(8, 6, " yes", false));
  }

  @Test
  void comments_in_flow_collections_count() {
    thenComments(
        "a: {b: 1, # one\n  c: [2 # two\n]}\n",
        new YamlComment(1, 11, " one", false),
        new YamlComment(2, 9, " two", false));
  }

  @Test
  void columns_count_utf_16_units() {
    thenComments("😀: 1 # x\n", new YamlComment(1, 7, " x", false));
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_do_not_matter() {
    thenComments(
        "\uFEFF# a\r\nb: 1 # c\r\n",
        new YamlComment(1, 1, " a", true),
        new YamlComment(2, 6, " c", false));
  }

  @Test
  void of_a_broken_text_there_are_those_before_the_break() {
    thenComments("# a\nb: \"unclosed\n", new YamlComment(1, 1, " a", true));
  }

  @Test
  void a_text_without_comments_has_none() {
    thenComments("");
    thenComments("a: 1\n");
  }

  private static void thenComments(String text, YamlComment... expected) {
    assertThat(YamlComments.of(new Source("x.yaml", text))).isEqualTo(List.of(expected));
  }
}
