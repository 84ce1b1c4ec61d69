package dev.pannier.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoDurationTest {

  @Test
  void units_add_up() {
    thenRead("5m", Duration.ofMinutes(5));
    thenRead("5m0s", Duration.ofMinutes(5));
    thenRead("1h30m", Duration.ofMinutes(90));
    thenRead("90s", Duration.ofSeconds(90));
    thenRead("1.5h", Duration.ofMinutes(90));
    thenRead("300ms", Duration.ofMillis(300));
    thenRead("2us3ns", Duration.ofNanos(2003));
    thenRead("0", Duration.ZERO);
  }

  @Test
  void a_bare_number_is_refused_with_what_was_likely_meant() {
    thenRefused("300", "Add a unit: `300s` for seconds, `300m` for minutes.");
  }

  @Test
  void anything_else_is_refused() {
    for (String text : new String[] {"", "m", "5x", "5m3", "-5m", "1..5s", ".s", "99999999999h"}) {
      thenRefused(text, "Write it like `90s`, `5m` or `1h30m`.");
    }
  }

  private static void thenRead(String text, Duration expected) {
    assertThat(GoDuration.parse("--timeout", text)).isEqualTo(expected);
  }

  private static void thenRefused(String text, String hint) {
    assertThatThrownBy(() -> GoDuration.parse("--timeout", text))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ChartException.Reason.USAGE);
              assertThat(e.problems().getFirst().message())
                  .isEqualTo("`--timeout` takes a length of time, but is set to `" + text + "`.");
              assertThat(e.problems().getFirst().hint()).isEqualTo(hint);
            });
  }
}
