package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a flag sets a value: {@code servers[0].name}. Sets it as Helm does (pkg/strvals/parser.go):
 * what is there is kept around it, what is missing is made.
 *
 * @param steps at least one, a key first
 */
record SetPath(List<Step> steps) {

  /** One step down. */
  sealed interface Step {
    /** Where the flag has it. */
    Location place();
  }

  record Key(String name, Location place) implements Step {}

  record Index(int number, Location place) implements Step {}

  /** A map with a value set in it. */
  MapNode set(MapNode values, Node value) {
    return setKey(values, (Key) steps.getFirst(), 0, value);
  }

  /** A map in which the first list on the path exists, with the items it has: {@code key[0]}. */
  MapNode setNoItem(MapNode values) {
    int first = 0;
    while (steps.get(first) instanceof Key) {
      first++;
    }
    SetPath list = new SetPath(steps.subList(0, first));
    Node existing = list.find(values);
    return list.set(values, existing == null ? ListNode.EMPTY : listAt(existing, first));
  }

  private @Nullable Node find(MapNode values) {
    Node node = values;
    for (Step step : steps) {
      node = node instanceof MapNode map ? map.get(((Key) step).name()) : null;
    }
    return node;
  }

  private Node below(@Nullable Node existing, int depth, Node value) {
    if (depth == steps.size()) {
      return value;
    }
    return switch (steps.get(depth)) {
      case Key key -> setKey(mapAt(existing, depth), key, depth, value);
      case Index index -> setIndex(listAt(existing, depth), index, depth, value);
    };
  }

  private MapNode setKey(MapNode map, Key key, int depth, Node value) {
    Node existing = map.get(key.name());
    Node set = below(existing, depth + 1, value);
    return existing != null && depth + 1 < steps.size()
        ? map.with(key.name(), set)
        : map.with(key.name(), set, key.place());
  }

  private ListNode setIndex(ListNode list, Index index, int depth, Node value) {
    List<Node> items = new ArrayList<>(list.items());
    while (items.size() <= index.number()) {
      items.add(new NullNode(index.place()));
    }
    Node existing = index.number() < list.size() ? list.get(index.number()) : null;
    items.set(index.number(), below(existing, depth + 1, value));
    return new ListNode(items, list.origin());
  }

  private MapNode mapAt(@Nullable Node existing, int depth) {
    if (existing instanceof MapNode map) {
      return map;
    }
    if (existing == null || steps.get(depth - 1) instanceof Index) {
      return MapNode.EMPTY.withOrigin(steps.get(depth - 1).place());
    }
    throw misfit(existing, depth, "map", "key `" + ((Key) steps.get(depth)).name() + "`")
        .exception();
  }

  private ListNode listAt(@Nullable Node existing, int depth) {
    if (existing instanceof ListNode list) {
      return list;
    }
    boolean emptyItem = existing instanceof NullNode && steps.get(depth - 1) instanceof Index;
    if (existing == null || emptyItem) {
      return ListNode.EMPTY.withOrigin(steps.get(depth - 1).place());
    }
    throw misfit(existing, depth, "list", "item " + ((Index) steps.get(depth)).number())
        .exception();
  }

  private Problem misfit(Node existing, int depth, String wanted, String part) {
    String path = new SetPath(steps.subList(0, depth)).toString();
    return Problem.error(
            "values.flag-type",
            "`%s` is %s, not a %s, so its %s cannot be set."
                .formatted(path, Wording.of(existing), wanted, part))
        .at(steps.get(depth).place())
        .note("`" + path + "` is set here", existing.origin())
        .hint("Set `" + path + "` as a whole, or take out where it is set before.");
  }

  /** The path as people write it. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Key(String name, _) -> path.append(path.isEmpty() ? "" : ".").append(name);
        case Index(int number, _) -> path.append('[').append(number).append(']');
      }
    }
    return path.toString();
  }
}
