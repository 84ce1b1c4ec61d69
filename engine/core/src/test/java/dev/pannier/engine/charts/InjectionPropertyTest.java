package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the values are, a chart renders to documents of the same shape, and the value is what
 * stands where a harmless one stood: to our reader and to one of YAML 1.2. More than 10,000 strings
 * are tried in all; {@code -Dinjection.seed=…} tries others, {@code -Dinjection.spots=…} more
 * places of each chart.
 */
class InjectionPropertyTest {

  private static final List<Node> EMPTY =
      List.of(NullNode.NULL, BoolNode.of(false), NumberNode.of("-0.00"));

  private static final int SPOTS = Integer.getInteger("injection.spots", 25);

  @Test
  void the_places_are_those_that_were_counted_by_hand() {
    Set<String> counted = new TreeSet<>();
    for (Spot spot : Places.spots()) {
      String file = spot.name().substring(0, spot.name().indexOf(' '));
      counted.add(file + ": " + places(spot).places() + "\n");
    }

    // One line for each file: its places take the same values in each layout.
    Goldens.in("charts").check("places.txt", String.join("", counted));
  }

  @Test
  void any_string_stays_one_string_at_every_kind_of_place() {
    Tries tries = new Tries(1);
    for (Spot spot : Places.spots()) {
      Trial trial = places(spot);
      if (spot.name().endsWith(Places.Layout.AS_WRITTEN.name())) {
        Hostile.STRINGS.forEach(string -> tries.string(string, spot, trial));
      }
      for (int i = 0; i < 100; i++) {
        tries.string(tries.hostile().string(), spot, trial);
      }
    }
    assertThat(tries.strings()).isGreaterThan(9_000);
    tries.assertNoneFailed();
  }

  @Test
  void any_typed_value_stays_itself_at_every_kind_of_place() {
    Tries tries = new Tries(2);
    for (Spot spot : Places.spots()) {
      Trial trial = places(spot);
      for (int i = 0; i < 40; i++) {
        tries.value(tries.hostile().scalar(), spot, trial);
        tries.value(tries.hostile().map(3), spot, trial);
        tries.value(tries.hostile().list(3), spot, trial);
      }
    }
    tries.assertNoneFailed();
  }

  @ParameterizedTest
  @MethodSource("dev.pannier.engine.charts.RenderedChart#charts")
  void no_value_changes_the_shape_of_a_shipped_chart(String chart) {
    Tries tries = new Tries(chart.hashCode());
    Iterator<String> known =
        Stream.generate(() -> Hostile.STRINGS).flatMap(List::stream).iterator();
    // Everything reaches most branches; the others reach what else there is.
    shape(chart, "everything", 4, known, tries);
    shape(chart, "default", 2, known, tries);
    shape(chart, "minimal", 2, known, tries);
    tries.assertNoneFailed();
  }

  private static void shape(
      String chart, String name, int strings, Iterator<String> known, Tries tries) {
    ChartRenderer renderer = new ChartRenderer();
    for (Spot spot : tries.sample(Spot.of(chart(chart, name)), SPOTS)) {
      Trial trial = new Trial(renderer, spot, ChartLeeway::accepts, ChartLeeway::refuses);
      for (int i = 0; i < strings; i++) {
        String string = i % 2 == 0 ? known.next() : tries.hostile().string();
        if (string.isEmpty() && !spot.textOnly()) {
          tries.empty(TextNode.of(""), spot, trial);
        } else {
          tries.string(string, spot, trial);
        }
      }
      if (!spot.textOnly() && name.equals("everything")) {
        tries.value(tries.hostile().trueScalar(), spot, trial);
        tries.value(tries.hostile().collectionOfOne(), spot, trial);
        EMPTY.forEach(empty -> tries.empty(empty, spot, trial));
      }
    }
  }

  @Test
  void a_character_that_no_text_has_is_refused_wherever_it_comes_from() {
    RenderedChart web = chart("web", "everything");
    ChartRenderer renderer = new ChartRenderer();
    for (Spot spot : Spot.of(web)) {
      for (String string : Hostile.NONCHARACTERS) {
        assertRefused(spot, string, renderer);
      }
    }
    Places.spots().forEach(spot -> assertRefused(spot, Hostile.NONCHARACTERS.getFirst(), renderer));
  }

  private static void assertRefused(Spot spot, String string, ChartRenderer renderer) {
    ChartException refusal =
        catchThrowableOfType(
            ChartException.class, () -> spot.put().apply(TextNode.of(string)).render(renderer));
    assertThat(refusal).as(spot.name()).isNotNull();
    assertThat(refusal.problems())
        .as(spot.name())
        .extracting(Problem::code)
        .containsOnly("values.noncharacter");
  }

  private static RenderedChart chart(String chart, String name) {
    Path folder = RenderedChart.SHIPPED.resolve(chart);
    return RenderedChart.of(
        RenderedChart.load(folder),
        RenderedChart.values(folder.resolve("tests/" + name + "/values.yaml")));
  }

  private static Trial places(Spot spot) {
    return new Trial(new ChartRenderer(), spot, PlacesLeeway::accepts, PlacesLeeway::refuses);
  }
}
