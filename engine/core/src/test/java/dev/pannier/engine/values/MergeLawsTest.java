package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds of merging whatever the values are. */
class MergeLawsTest {

  private static final int ROUNDS = 3_000;

  @Test
  void an_empty_map_changes_nothing() {
    always(random -> {
      MapNode map = map(random, 0);
      assertThat(write(ValuesMerge.merge(map, MapNode.EMPTY))).isEqualTo(write(map));
      assertThat(write(ValuesMerge.merge(MapNode.EMPTY, map))).isEqualTo(write(map));
      assertThat(write(ValuesMerge.coalesce(map, MapNode.EMPTY))).isEqualTo(write(map));
      assertThat(write(ValuesMerge.coalesce(MapNode.EMPTY, map))).isEqualTo(write(map));
    });
  }

  @Test
  void a_map_over_itself_is_itself() {
    always(random -> {
      MapNode map = map(random, 0);
      assertThat(write(ValuesMerge.merge(map, map))).isEqualTo(write(map));
      assertThat(write(ValuesMerge.coalesce(map, map))).isEqualTo(write(map));
    });
  }

  @Test
  void merging_is_associative_where_maps_meet_maps() {
    always(random -> {
      MapNode a = alike(random, 0);
      MapNode b = alike(random, 0);
      MapNode c = alike(random, 0);
      assertThat(ValuesMerge.merge(a, ValuesMerge.merge(b, c)))
          .isEqualTo(ValuesMerge.merge(ValuesMerge.merge(a, b), c));
    });
  }

  @Test
  void coalescing_is_associative_where_maps_meet_maps_and_nothing_is_null() {
    always(random -> {
      MapNode a = ValuesMerge.withoutNulls(alike(random, 0));
      MapNode b = ValuesMerge.withoutNulls(alike(random, 0));
      MapNode c = ValuesMerge.withoutNulls(alike(random, 0));
      assertThat(ValuesMerge.coalesce(a, ValuesMerge.coalesce(b, c)))
          .isEqualTo(ValuesMerge.coalesce(ValuesMerge.coalesce(a, b), c));
      assertThat(ValuesMerge.coalesce(a, b)).isEqualTo(ValuesMerge.merge(a, b));
    });
  }

  @Test
  void what_lies_over_wins_and_nothing_is_made_up() {
    always(random -> {
      MapNode over = map(random, 0);
      MapNode under = map(random, 0);
      checkWins(over, under, ValuesMerge.coalesce(over, under), false);
      checkWins(over, under, ValuesMerge.merge(over, under), true);
    });
  }

  @Test
  void keys_keep_the_order_of_what_lies_under_and_new_ones_follow() {
    always(random -> {
      MapNode over = map(random, 0);
      MapNode under = map(random, 0);
      List<String> order = new ArrayList<>(under.keys());
      over.keys().stream().filter(key -> !under.has(key)).forEach(order::add);
      assertThat(ValuesMerge.merge(over, under).keys()).containsExactlyElementsOf(order);
      order.retainAll(ValuesMerge.coalesce(over, under).keys());
      assertThat(ValuesMerge.coalesce(over, under).keys()).containsExactlyElementsOf(order);
    });
  }

  @Test
  void a_warning_is_given_exactly_where_a_map_meets_what_is_none() {
    always(random -> {
      MapNode over = map(random, 0);
      MapNode under = map(random, 0);
      Problems warnings = new Problems();
      ValuesMerge.coalesce(over, under, warnings);
      assertThat(warnings.all()).hasSize(clashes(over, under));
    });
  }

  private static void checkWins(MapNode over, MapNode under, MapNode merged, boolean keepsNulls) {
    for (String key : merged.keys()) {
      assertThat(over.has(key) || under.has(key)).isTrue();
    }
    for (String key : under.keys()) {
      if (!over.has(key)) {
        assertThat(merged.get(key)).isEqualTo(under.get(key));
      }
    }
    for (String key : over.keys()) {
      Node above = over.get(key);
      Node below = under.get(key);
      if (above instanceof MapNode a && below instanceof MapNode b) {
        checkWins(a, b, (MapNode) merged.get(key), keepsNulls);
      } else if (above instanceof NullNode
          && !keepsNulls
          && below != null
          && !(below instanceof NullNode)) {
        assertThat(merged.has(key)).isFalse();
      } else {
        assertThat(merged.get(key)).isEqualTo(above);
      }
    }
  }

  private static int clashes(MapNode over, MapNode under) {
    int clashes = 0;
    for (String key : over.keys()) {
      Node above = over.get(key);
      Node below = under.get(key);
      if (above instanceof MapNode a && below instanceof MapNode b) {
        clashes += clashes(a, b);
      } else if (below != null && !(above instanceof NullNode) && !(below instanceof NullNode)) {
        clashes += above instanceof MapNode || below instanceof MapNode ? 1 : 0;
      }
    }
    return clashes;
  }

  private static void always(Consumer<Random> law) {
    for (long seed = 0; seed < ROUNDS; seed++) {
      try {
        law.accept(new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static String write(Node node) {
    return JsonWriter.write(node);
  }

  private static MapNode map(Random random, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      entries.put(String.valueOf((char) ('a' + random.nextInt(6))), node(random, depth + 1));
    }
    return MapNode.of(entries);
  }

  /** Some keys are maps wherever they are set, the others never. */
  private static MapNode alike(Random random, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      char key = (char) ('a' + random.nextInt(6));
      boolean map = key < 'd' && depth < 4;
      entries.put(String.valueOf(key), map ? alike(random, depth + 1) : node(random, 4));
    }
    return MapNode.of(entries);
  }

  private static Node node(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 8)) {
      case 0 -> NullNode.NULL;
      case 1 -> NumberNode.of(random.nextInt(3));
      case 2 -> TextNode.of("t" + random.nextInt(3));
      case 3 -> BoolNode.of(random.nextBoolean());
      case 4 -> ListNode.of(List.of(NullNode.NULL, NumberNode.of(random.nextInt(3))));
      default -> map(random, depth);
    };
  }
}
