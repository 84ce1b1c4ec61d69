package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.LISTS;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Sprig's list.go: what is made of lists. No list is ever changed; each helper gives a new one. */
final class ListHelpers {

  private ListHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "append", "mustAppend", "push", "mustPush" ->
          HelperSpec.of(
              LISTS,
              name,
              "list item",
              "A list with an item added at its end.",
              "(list 1 2) 3",
              "[1, 2, 3]",
              call -> added(call.list(0), call.list(0).size(), call.at(1)));
      case "prepend", "mustPrepend" ->
          HelperSpec.of(
              LISTS,
              name,
              "list item",
              "A list with an item added at its start.",
              "(list 1 2) 0",
              "[0, 1, 2]",
              call -> added(call.list(0), 0, call.at(1)));
      case "concat" ->
          HelperSpec.of(
              LISTS,
              name,
              "[list…]",
              "The items of several lists as one list.",
              "(list 1) (list 2 3)",
              "[1, 2, 3]",
              ListHelpers::concat);
      case "first", "mustFirst" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "The first item of a list, or null where it is empty.",
              "(list 'a' 'b')",
              "a",
              call -> call.list(0).isEmpty() ? NullNode.NULL : call.list(0).get(0));
      case "last", "mustLast" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "The last item of a list, or null where it is empty.",
              "(list 'a' 'b')",
              "b",
              call -> call.list(0).isEmpty() ? NullNode.NULL : call.list(0).items().getLast());
      case "rest", "mustRest" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "A list without its first item.",
              "(list 1 2 3)",
              "[2, 3]",
              call -> part(call.list(0), 1, call.list(0).size()));
      case "initial", "mustInitial" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "A list without its last item.",
              "(list 1 2 3)",
              "[1, 2]",
              call -> part(call.list(0), 0, call.list(0).size() - 1));
      case "reverse", "mustReverse" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "A list in the other direction.",
              "(list 1 2 3)",
              "[3, 2, 1]",
              call -> ListNode.of(call.list(0).items().reversed()));
      case "uniq", "mustUniq" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "A list without repeated items.",
              "(list 1 2 1)",
              "[1, 2]",
              call -> filtered(call.list(0), (item, kept) -> !kept.contains(item)));
      case "without", "mustWithout" ->
          HelperSpec.of(
              LISTS,
              name,
              "list [item…]",
              "A list without the given items.",
              "(list 1 2 3) 2",
              "[1, 3]",
              call -> filtered(call.list(0), (item, _) -> !call.from(1).contains(item)));
      case "has", "mustHas" ->
          HelperSpec.of(
              LISTS,
              name,
              "item list",
              "Whether an item is in a list.",
              "2 (list 1 2 3)",
              "true",
              call ->
                  BoolNode.of(
                      !(call.at(1) instanceof NullNode)
                          && call.list(1).items().contains(call.at(0))));
      case "compact", "mustCompact" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "A list without empty items.",
              "(list 0 1 '' 'a')",
              "[1, a]",
              call -> filtered(call.list(0), (item, _) -> Truth.of(item)));
      case "chunk", "mustChunk" ->
          HelperSpec.of(
              LISTS,
              name,
              "size list",
              "A list in lists of a size.",
              "2 (list 1 2 3)",
              "[[1, 2], [3]]",
              ListHelpers::chunk);
      case "sortAlpha" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "The items of a list as texts, sorted.",
              "(list 'c' 'a' 'b')",
              "[a, b, c]",
              ListHelpers::sortAlpha);
      case "toStrings" ->
          HelperSpec.of(
              LISTS,
              name,
              "list",
              "The items of a list as texts.",
              "(list 1 true)",
              "[\"1\", \"true\"]",
              call -> StringHelpers.list(StringHelpers.texts(call.at(0))));
      default -> throw new IllegalStateException("no helper of lists: " + name);
    };
  }

  private static ListNode added(ListNode list, int index, Node item) {
    List<Node> items = new ArrayList<>(list.items());
    items.add(index, item);
    return ListNode.of(items);
  }

  private static ListNode part(ListNode list, int start, int end) {
    return list.isEmpty() ? list : ListNode.of(list.items().subList(start, end));
  }

  private static ListNode filtered(ListNode list, BiPredicate<Node, List<Node>> keep) {
    List<Node> kept = new ArrayList<>();
    for (Node item : list) {
      if (keep.test(item, kept)) {
        kept.add(item);
      }
    }
    return ListNode.of(kept);
  }

  private static Node concat(Arguments call) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      items.addAll(call.list(i).items());
    }
    return ListNode.of(items);
  }

  private static Node chunk(Arguments call) {
    int size = call.count(0);
    if (size < 1) {
      throw call.wrongType(0, "number of at least 1", call.at(0));
    }
    List<Node> items = call.list(1).items();
    List<Node> chunks = new ArrayList<>();
    for (int start = 0; start < items.size(); start += size) {
      chunks.add(ListNode.of(items.subList(start, Math.min(items.size(), start + size))));
    }
    return ListNode.of(chunks);
  }

  private static Node sortAlpha(Arguments call) {
    List<String> texts = StringHelpers.texts(call.at(0));
    texts.sort(Comparison::ofTexts);
    return StringHelpers.list(texts);
  }
}
