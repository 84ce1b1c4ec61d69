package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void units_count() {
    assertThat(Quantity.value("1Gi")).isEqualByComparingTo("1073741824");
    assertThat(Quantity.value("0.5k")).isEqualByComparingTo("500");
    assertThat(Quantity.value("250m")).isEqualByComparingTo("0.25");
    assertThat(Quantity.value("2e3")).isEqualByComparingTo("2000");
    assertThat(Quantity.value("1E")).isEqualByComparingTo("1000000000000000000");
  }

  @Test
  void what_is_none_or_endless_comes_to_nothing() {
    assertThat(Quantity.value("1GB")).isNull();
    assertThat(Quantity.value("")).isNull();
    assertThat(Quantity.value("1e872136692938")).isNull();
    assertThat(Quantity.value("1E-99999")).isNull();
  }
}
