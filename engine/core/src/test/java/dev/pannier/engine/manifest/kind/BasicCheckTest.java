package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import org.junit.jupiter.api.Test;

class BasicCheckTest {

  @Test
  void quantities_are_what_kubernetes_takes_for_them() {
    for (String text :
        "0 1 -1 +1 0.5 .5 5. 100m 1.5Gi 2Ki 3Ti 1k 1M 10u 7n 1e3 1E3 1e-3 1E+3 1E 12P 4Ei"
            .split(" ")) {
      assertThat(BasicCheck.isQuantity(text)).as(text).isTrue();
    }
    for (String text : "- . m 1mb 1K 1ki 1GB 1e 1e+ 1m1 0x10 1_000 one --1 1,5 Gi e3".split(" ")) {
      assertThat(BasicCheck.isQuantity(text)).as(text).isFalse();
    }
    assertThat(BasicCheck.isQuantity("")).isFalse();
    assertThat(BasicCheck.isQuantity("8 Gi")).isFalse();
  }

  @Test
  void an_integer_may_be_written_as_a_decimal_that_is_whole() {
    assertThat(fits("80.0", Basic.INT32)).isTrue();
    assertThat(fits("1e3", Basic.INT32)).isTrue();
    assertThat(fits("-0.0", Basic.INT32)).isTrue();
    assertThat(fits("0.5", Basic.INT32)).isFalse();
    assertThat(fits("1e-3", Basic.INT64)).isFalse();
  }

  @Test
  void integers_must_fit_into_their_field() {
    assertThat(fits("2147483647", Basic.INT32)).isTrue();
    assertThat(fits("2147483648", Basic.INT32)).isFalse();
    assertThat(fits("-2147483648", Basic.INT32)).isTrue();
    assertThat(fits("2147483648", Basic.INT64)).isTrue();
    assertThat(fits("9223372036854775808", Basic.INT64)).isFalse();
    assertThat(fits("1e9999", Basic.INT64)).isFalse();
  }

  @Test
  void base64_has_its_padding_and_may_be_broken_into_lines() {
    assertThat(BasicCheck.fits(TextNode.of("aGVs\nbG8=\n"), Basic.BYTES)).isTrue();
    assertThat(BasicCheck.fits(TextNode.of(""), Basic.BYTES)).isTrue();
    assertThat(BasicCheck.fits(TextNode.of("aGVsbG8"), Basic.BYTES)).isFalse();
    assertThat(BasicCheck.fits(TextNode.of("a-_="), Basic.BYTES)).isFalse();
  }

  private static boolean fits(String number, Basic type) {
    return BasicCheck.fits(NumberNode.of(number), type);
  }
}
