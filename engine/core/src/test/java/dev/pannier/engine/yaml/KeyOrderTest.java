package dev.pannier.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

  @Test
  void numbers_within_keys_count_by_their_value() {
    thenSorted("web1", "web2", "web10", "webs");
    thenSorted("1", "9", "10");
    thenSorted("a", "a2", "a10", "b");
  }

  @Test
  void letters_come_behind_other_characters_but_before_them_behind_a_digit() {
    thenSorted("_x", "A", "a");
    thenSorted("a-b", "ab");
    thenSorted("v1beta1", "v1-beta");
  }

  /** Sorting throws where an order contradicts itself. */
  @Test
  void it_is_an_order() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 20_000; round++) {
      String a = key(random);
      String b = key(random);
      String c = key(random);
      assertThat(Integer.signum(KeyOrder.compare(a, b)))
          .as(a + " " + b)
          .isEqualTo(-Integer.signum(KeyOrder.compare(b, a)));
      if (KeyOrder.compare(a, b) <= 0 && KeyOrder.compare(b, c) <= 0) {
        assertThat(KeyOrder.compare(a, c)).as(a + " " + b + " " + c).isLessThanOrEqualTo(0);
      }
    }
  }

  private static String key(SplittableRandom random) {
    StringBuilder key = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      key.append("0129ab-_.Aé".charAt(random.nextInt(11)));
    }
    return key.toString();
  }

  private static void thenSorted(String... keys) {
    List<String> sorted = new ArrayList<>(List.of(keys).reversed());
    sorted.sort(KeyOrder::compare);
    assertThat(sorted).containsExactly(keys);
  }
}
