package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pannier.engine.problem.ChartException;
import org.junit.jupiter.api.Test;

class HelperMessagesTest {

  @Test
  void too_few_arguments_show_how_to_call_it() {
    HelperException wrong = failure("{{trunc 63}}");

    assertThat(wrong).hasMessage("The helper `trunc` takes 2 arguments, but has 1.");
    assertThat(wrong.hint()).isEqualTo("Call it as `trunc length text`.");
  }

  @Test
  void too_many_arguments_show_how_to_call_it() {
    assertThat(failure("{{upper 'a' 'b'}}"))
        .hasMessage("The helper `upper` takes 1 argument, but has 2.");
    assertThat(failure("{{now 1}}")).hasMessage("The helper `now` takes no arguments, but has 1.");
    assertThat(failure("{{eq 1}}"))
        .hasMessage("The helper `eq` takes at least 2 arguments, but has 1.");
    assertThat(failure("{{default}}"))
        .hasMessage("The helper `default` takes 1 to 2 arguments, but has 0.");
  }

  @Test
  void named_arguments_are_refused_where_none_are_read() {
    assertThat(failure("{{upper 'a' style='b'}}"))
        .hasMessage("The helper `upper` takes no named arguments, but has `style=`.");
  }

  @Test
  void a_wrong_type_names_the_argument_and_its_value() {
    assertThat(failure("{{trunc 63 8080}}"))
        .hasMessage("Argument 2 of the helper `trunc` must be a string, but is the number `8080`.");
    assertThat(failure("{{hasKey (list 1) 'a'}}"))
        .hasMessage("Argument 1 of the helper `hasKey` must be a map, but is the list `[1]`.");
    assertThat(failure("{{trunc 1.5 'a'}}"))
        .hasMessage(
            "Argument 1 of the helper `trunc` must be a whole number, but is the number `1.5`.");
    assertThat(failure("{{ternary 1 2 'yes'}}"))
        .hasMessage(
            "Argument 3 of the helper `ternary` must be a boolean, but is the string `\"yes\"`.");
  }

  @Test
  void what_cannot_be_computed_says_why() {
    assertThat(failure("{{div 1 0}}")).hasMessage("A number cannot be divided by zero.");
    assertThat(failure("{{divf 1 0}}")).hasMessage("A number cannot be divided by zero.");
    assertThat(failure("{{add 9223372036854775807 1}}"))
        .hasMessage("The result does not fit into 64 bits.");
    assertThat(failure("{{int 1e30}}")).hasMessage("The number `1e30` does not fit into 64 bits.");
    assertThat(failure("{{index (list 1 2) 2}}"))
        .hasMessage(
            "The helper `index` needs a number from 0 to 1 as the place in a list of 2, but has"
                + " `2`.");
    assertThat(failure("{{lt 1 'a'}}"))
        .hasMessage(
            "The helper `lt` compares two numbers or two strings, but has the number `1` and the"
                + " string `\"a\"`.");
    assertThat(failure("{{fromYaml 'a: [1'}}"))
        .hasMessageStartingWith("The argument of the helper `fromYaml` cannot be read: ")
        .hasCauseInstanceOf(ChartException.class);
    assertThat(failure("{{semverCompare 'bad' '1.0.0'}}"))
        .hasMessage("`bad` is no constraint on versions.");
    assertThat(failure("{{genSelfSignedCert 'a' (list 'nowhere') null 1}}"))
        .hasMessage("`nowhere` is no IP address.");
  }

  @Test
  void what_would_fill_the_memory_is_refused() {
    failure("{{repeat 2000000000 'abc'}}");
    failure("{{until 2000000000}}");
    failure("{{untilStep 0 2000000000 1}}");
    failure("{{indent 2000000000 'a'}}");
    failure("{{printf '%2000000000d' 1}}");
    failure("{{printf '%.2000000000f' 1.5}}");
    failure("{{randAlpha 2000000000}}");
  }

  @Test
  void a_regular_expression_that_explodes_ends_with_an_error() {
    HelperException wrong = failure("{{regexMatch '^(([a-z]+)+[0-9])+$' (repeat 60 'abc')}}");

    assertThat(wrong).hasMessage("The regular expression takes too long on this text.");
    failure("{{regexMatch '^(a|b)*$' (repeat 200000 'ab')}}");
  }

  private static HelperException failure(String template) {
    return assertThatExceptionOfType(HelperException.class)
        .as(template)
        .isThrownBy(() -> new Calls(1).node(template))
        .actual();
  }
}
