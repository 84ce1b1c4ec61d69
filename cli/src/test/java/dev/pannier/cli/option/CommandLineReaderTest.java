package dev.pannier.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineReaderTest {
  private static final Usage USAGE =
      Usage.of("try", "Try.")
          .operands("[NAME] CHART", 1, 2, Usage.Completes.FILES)
          .group(
              "Flags",
              Flag.of("--set KEY=VALUE", "set").each(),
              Flag.of("-g, --generate-name", "generate"),
              Flag.of("-o, --output FORMAT", "the format"),
              Flag.of("--wait[=HOW]", "wait").meaning("watcher"),
              Flag.of("--rollback-on-failure, --atomic", "undo"));

  @Test
  void a_switch_is_on_off_or_absent() {
    assertThat(read("x", "--atomic").on("--atomic")).isTrue();
    assertThat(read("x", "--atomic=false").on("--atomic")).isFalse();
    assertThat(read("x").on("--atomic")).isFalse();
    assertThat(read("x", "--rollback-on-failure").on("--atomic")).isTrue();
  }

  @Test
  void a_flag_with_an_optional_value_never_takes_the_next_word() {
    Arguments bare = read("--wait", "web", "charts/web");
    assertThat(bare.text("--wait")).isEqualTo("watcher");
    assertThat(bare.operands()).containsExactly("web", "charts/web");
    assertThat(read("--wait=legacy", "web").text("--wait")).isEqualTo("legacy");
  }

  @Test
  void short_flags_join_and_take_attached_values() {
    assertThat(read("-go", "json", "x").text("-o")).isEqualTo("json");
    assertThat(read("-go", "json", "x").on("--generate-name")).isTrue();
    assertThat(read("-ojson", "x").text("--output")).isEqualTo("json");
    assertThat(read("-o=json", "x").text("--output")).isEqualTo("json");
  }

  @Test
  void a_short_switch_can_be_set_off() {
    assertThat(read("-g=false", "x").on("--generate-name")).isFalse();
  }

  @Test
  void a_dash_alone_is_an_operand() {
    assertThat(read("--atomic", "-").operands()).containsExactly("-");
  }

  @Test
  void values_are_taken_as_they_are() {
    Arguments arguments =
        read("--set", "a=\"b\",c", "--set=d=${HOME}", "--set", "-x", "--set", "", "@file");
    assertThat(arguments.all("--set")).containsExactly("a=\"b\",c", "d=${HOME}", "-x", "");
    assertThat(arguments.operands()).containsExactly("@file");
  }

  @Test
  void after_two_dashes_everything_is_an_operand() {
    assertThat(read("--atomic", "--", "--set").operands()).containsExactly("--set");
  }

  @Test
  void of_a_flag_given_twice_the_last_counts() {
    assertThat(read("x", "-o", "json", "-o", "yaml").text("--output")).isEqualTo("yaml");
  }

  @Test
  void an_unknown_flag_is_named_with_what_was_likely_meant() {
    thenRefused(
        "`--sett` is not a flag of `pannier try`.", "Did you mean `--set`?", "x", "--sett=a=b");
    thenRefused(
        "`-z` is not a flag of `pannier try`.",
        "`pannier try --help` shows how to call it.",
        "x",
        "-z");
    thenRefused(
        "`-1` is not a flag of `pannier try`.",
        "`pannier try --help` shows how to call it.",
        "x",
        "-g1");
  }

  @Test
  void a_missing_value_is_named() {
    thenRefused(
        "`--output` needs a value.", "Write `--output FORMAT`: the format.", "x", "--output");
  }

  @Test
  void too_few_and_too_many_operands_are_told() {
    String hint = "`pannier try --help` shows how to call it.";
    thenRefused("`pannier try` needs [NAME] CHART.", hint);
    thenRefused(
        "`pannier try` takes only [NAME] CHART, but `c` follows.", hint, "a", "b", "c", "d");
  }

  @Test
  void a_switch_that_is_neither_on_nor_off_is_refused() {
    Arguments arguments = read("x", "--atomic=maybe");
    assertThatThrownBy(() -> arguments.on("--atomic"))
        .hasMessage("`--atomic` is either on or off, but is set to `maybe`.");
  }

  private static Arguments read(String... words) {
    return CommandLineReader.read(USAGE, List.of(), List.of(words));
  }

  private static void thenRefused(String message, String hint, String... words) {
    assertThatThrownBy(() -> read(words))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              Problem problem = e.problems().getFirst();
              assertThat(e.reason()).isEqualTo(ChartException.Reason.USAGE);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.hint()).isEqualTo(hint);
            });
  }
}
