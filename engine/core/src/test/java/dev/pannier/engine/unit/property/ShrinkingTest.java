package dev.pannier.engine.unit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static final MapNode VALUES =
      map(
          """
          image: {name: "some: name # here", tag: null}
          replicas: 2147483999
          ratio: 12.5
          list: [1, 22, {name: b, other: true}, 4]
          text: "two\\nlines with: a colon"
          more: {a: {b: {c: {d: deep}}}}
          """);

  @Test
  void a_number_becomes_the_first_one_that_fails() {
    thenSmallest(
        values ->
            values.get("replicas") instanceof NumberNode number
                && number.decimal().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0,
        "replicas: 2147483648");
    thenSmallest(values -> values.has("ratio"), "ratio: 0");
  }

  @Test
  void a_text_keeps_only_what_makes_it_fail() {
    thenSmallest(
        values -> values.get("text") instanceof TextNode text && text.text().contains(": "),
        "text: ': '");
    thenSmallest(
        values -> values.get("text") instanceof TextNode text && text.text().length() > 3,
        "text: aaaa");
  }

  @Test
  void entries_and_items_go_at_any_depth() {
    thenSmallest(
        values -> values.at("more", "a", "b", "c", "d") != null, "more: {a: {b: {c: {d: ''}}}}");
    thenSmallest(
        values ->
            values.list("list").items().stream()
                .anyMatch(item -> item instanceof MapNode map && map.has("other")),
        "list: [{other: true}]");
    thenSmallest(
        values -> values.get("list") instanceof ListNode list && list.size() > 1, "list: [{}, 0]");
  }

  @Test
  void two_that_fail_only_together_both_stay() {
    thenSmallest(
        values -> values.has("ratio") && values.map("image").has("tag"),
        "{image: {tag: null}, ratio: 0}");
  }

  @Test
  void what_always_fails_becomes_nothing() {
    thenSmallest(_ -> true, "{}");
  }

  @Test
  void it_comes_to_an_end() {
    AtomicInteger asked = new AtomicInteger();
    Shrinking.of(VALUES, values -> asked.incrementAndGet() % 2 == 0);
    assertThat(asked.get()).isLessThanOrEqualTo(3000);
  }

  private static void thenSmallest(Predicate<MapNode> fails, String smallest) {
    assertThat(fails.test(VALUES)).isTrue();
    assertThat(Shrinking.of(VALUES, fails)).isEqualTo(map(smallest));
  }

  private static MapNode map(String yaml) {
    Node read = YamlReader.read(new Source("values.yaml", yaml));
    return (MapNode) read;
  }
}
