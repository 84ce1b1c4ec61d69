package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds of flags whatever people write. */
class FlagPropertiesTest {

  private static final String ALPHABET = "ab.=,[]{}\\\"01-9 \n😀";

  private static final List<Function<String, ValuesFlag>> KINDS =
      List.of(
          ValuesFlag.Set::new,
          ValuesFlag.SetString::new,
          ValuesFlag.SetJson::new,
          ValuesFlag.SetFile::new,
          ValuesFlag.SetLiteral::new);

  @Test
  void any_text_is_read_or_refused_at_a_place_within_it() {
    int refused = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      ValuesFlag flag = KINDS.get(random.nextInt(KINDS.size())).apply(text(random, 14));
      try {
        checkPlaces(UserValues.read(List.of(flag), Source::named), flag, seed);
      } catch (ChartException e) {
        refused++;
        checkPlace(e.problems().getFirst().location(), flag, seed);
      }
    }
    assertThat(refused).isBetween(5_000, 19_000);
  }

  @Test
  void any_text_can_be_a_value_by_escapes_and_literally() {
    for (long seed = 0; seed < 5_000; seed++) {
      String text = text(new Random(seed), 20);
      StringBuilder escaped = new StringBuilder();
      text.codePoints().forEach(c -> escaped.append('\\').appendCodePoint(c));
      List<ValuesFlag> flags =
          List.of(
              new ValuesFlag.SetString("s=" + escaped + ",m." + escaped + "k=1"),
              new ValuesFlag.SetLiteral("l=" + text),
              new ValuesFlag.SetJson("j=" + TextNode.of(text)));
      MapNode values = UserValues.read(flags, Source::named);
      assertThat(values.get("s")).as("seed %d", seed).isEqualTo(TextNode.of(text));
      assertThat(values.get("l")).as("seed %d", seed).isEqualTo(TextNode.of(text));
      assertThat(values.get("j")).as("seed %d", seed).isEqualTo(TextNode.of(text));
      assertThat(values.map("m").keys()).as("seed %d", seed).containsExactly(text + "k");
    }
  }

  private static String text(Random random, int longest) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  private static void checkPlaces(Node node, ValuesFlag flag, long seed) {
    switch (node) {
      case MapNode map -> {
        for (String key : map.keys()) {
          checkPlace(map.keyOrigin(key), flag, seed);
          checkPlaces(map.entries().get(key), flag, seed);
        }
      }
      case ListNode list -> list.forEach(item -> checkPlaces(item, flag, seed));
      case ScalarNode scalar -> checkPlace(scalar.origin(), flag, seed);
    }
  }

  private static void checkPlace(Location place, ValuesFlag flag, long seed) {
    assertThat(place.source()).as("seed %d", seed).isEqualTo(flag.source());
    assertThat(place.column())
        .as("seed %d: %s in %s", seed, place, flag)
        .isBetween(1, place.lineText().length() + 1);
  }
}
