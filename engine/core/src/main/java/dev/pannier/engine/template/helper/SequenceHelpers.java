package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.SEQUENCES;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Lists made from nothing, and places within lists, maps and texts, as in Go's templates. */
final class SequenceHelpers {

  private static final int MOST = 1_000_000;

  private SequenceHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "list", "tuple" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "[item…]",
              "A list of the given items.",
              "'a' 1 true",
              "[a, 1, true]",
              call -> ListNode.of(call.positional()));
      case "len" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "value",
              "The number of items of a list or map, or of bytes of a text in UTF-8.",
              "(list 1 2 3)",
              "3",
              SequenceHelpers::len);
      case "index" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "value [key…]",
              "The item of a list at a place counted from 0, or of a map at a key; of"
                  + " several keys, further in. A key that a map has not gives null.",
              "(list 'a' 'b') 1",
              "b",
              SequenceHelpers::index);
      case "slice", "mustSlice" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "list [start] [end]",
              "The items of a list from a start up to an end, counted from 0. For texts there is"
                  + " substr.",
              "(list 1 2 3) 1 3",
              "[2, 3]",
              SequenceHelpers::slice);
      case "until" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "end",
              "The whole numbers from 0 up to an end, without the end.",
              "3",
              "[0, 1, 2]",
              call -> steps(0, call.count(0), call.count(0) < 0 ? -1 : 1));
      case "untilStep" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "start end step",
              "The whole numbers from a start up to an end, without the end, in steps.",
              "3 10 2",
              "[3, 5, 7, 9]",
              call -> steps(call.count(0), call.count(1), call.count(2)));
      case "seq" ->
          HelperSpec.of(
              SEQUENCES,
              name,
              "[start] [step] [end]",
              "Whole numbers with blanks between them, the end included, as the shell"
                  + " command writes them.",
              "5",
              "1 2 3 4 5",
              SequenceHelpers::seq);
      default -> throw new IllegalStateException("no helper of sequences: " + name);
    };
  }

  private static Node len(Arguments call) {
    return switch (call.at(0)) {
      case ListNode list -> NumberNode.of(list.size());
      case MapNode map -> NumberNode.of(map.size());
      case TextNode text -> NumberNode.of(Utf8.of(text.text()).length());
      case Node other -> throw call.wrongType(0, "list, map or string", other);
    };
  }

  private static Node index(Arguments call) {
    Node node = call.at(0);
    for (Node key : call.from(1)) {
      node =
          switch (node) {
            case MapNode map -> map.entries().getOrDefault(keyOf(call, key), NullNode.NULL);
            case ListNode list -> list.get(placeIn(call, list, key));
            case Node other -> throw call.wrongType(0, "list or map at `%s`".formatted(key), other);
          };
    }
    return node;
  }

  private static String keyOf(Arguments call, Node key) {
    if (key instanceof TextNode text) {
      return text.text();
    }
    throw new HelperException(
        "The helper `%s` needs a string as the key of a map, but has the %s `%s`."
            .formatted(call.helper(), key.typeName(), key));
  }

  private static int placeIn(Arguments call, ListNode list, Node key) {
    if (key instanceof NumberNode number && GoFormat.isWhole(number)) {
      long place = Cast.toLong(number);
      if (place >= 0 && place < list.size()) {
        return (int) place;
      }
    }
    throw new HelperException(
        "The helper `%s` needs a number from 0 to %d as the place in a list of %d, but has `%s`."
            .formatted(call.helper(), list.size() - 1, list.size(), key));
  }

  private static Node slice(Arguments call) {
    return switch (call.at(0)) {
      case ListNode list when list.isEmpty() -> NullNode.NULL;
      case ListNode list -> {
        int[] range = range(call, list.size());
        yield ListNode.of(list.items().subList(range[0], range[1]));
      }
      case Node other -> throw call.wrongType(0, "list", other);
    };
  }

  private static int[] range(Arguments call, int size) {
    long start = call.size() > 1 ? Cast.toLong(call.at(1)) : 0;
    long end = call.size() > 2 ? Cast.toLong(call.at(2)) : size;
    if (start < 0 || end < start || end > size) {
      throw new HelperException(
          "The helper `%s` is asked for the places %d to %d of %d."
              .formatted(call.helper(), start, end, size));
    }
    return new int[] {(int) start, (int) end};
  }

  private static ListNode steps(int start, int end, int step) {
    List<Node> numbers = new ArrayList<>();
    boolean down = end < start;
    if (down ? step >= 0 : step <= 0) {
      return ListNode.EMPTY;
    }
    if (Math.abs((long) end - start) / Math.abs((long) step) > MOST) {
      throw new HelperException("A list of more than %d numbers is not made.".formatted(MOST));
    }
    for (long i = start; down ? i > end : i < end; i += step) {
      numbers.add(NumberNode.of(i));
    }
    return ListNode.of(numbers);
  }

  private static Node seq(Arguments call) {
    if (call.size() == 0) {
      return TextNode.of("");
    }
    int end = call.count(call.size() - 1);
    int start = call.size() > 1 ? call.count(0) : 1;
    int direction = end < start ? -1 : 1;
    int step = call.size() > 2 ? call.count(1) : direction;
    if (direction < 0 && step > 0) {
      return TextNode.of("");
    }
    return TextNode.of(String.join(" ", StringHelpers.texts(steps(start, end + direction, step))));
  }
}
