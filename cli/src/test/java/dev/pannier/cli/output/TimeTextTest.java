package dev.pannier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTextTest {

  @Test
  void ansic_pads_the_day_with_a_blank() {
    assertThat(TimeText.ansic(Instant.parse("2026-11-02T03:04:05Z"), ZoneOffset.UTC))
        .isEqualTo("Mon Nov  2 03:04:05 2026");
    assertThat(TimeText.ansic(Instant.parse("2026-11-20T21:33:00Z"), ZoneOffset.UTC))
        .isEqualTo("Fri Nov 20 21:33:00 2026");
  }

  @Test
  void full_has_the_fraction_without_zeros_at_its_end_and_the_offset() {
    assertThat(TimeText.full(Instant.parse("2026-11-20T21:33:00.120Z"), ZoneOffset.UTC))
        .isEqualTo("2026-11-20 21:33:00.12 +0000 UTC");
    assertThat(TimeText.full(Instant.parse("2026-11-20T21:33:00Z"), ZoneId.of("Asia/Kathmandu")))
        .isEqualTo("2026-11-21 03:18:00 +0545 +0545");
    assertThat(TimeText.full(Instant.parse("2026-11-20T21:33:00Z"), ZoneOffset.ofHours(-3)))
        .isEqualTo("2026-11-20 18:33:00 -0300 -0300");
  }
}
