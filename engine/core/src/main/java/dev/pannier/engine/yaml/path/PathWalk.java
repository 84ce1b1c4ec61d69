package dev.pannier.engine.yaml.path;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Goes the steps of a path. */
final class PathWalk {

  private final Source template;
  private final Node root;
  private final boolean strict;

  /**
   * A walk in a tree.
   *
   * @param template where the path is written
   * @param strict whether a key that is not there is an error
   */
  PathWalk(Source template, Node root, boolean strict) {
    this.template = template;
    this.root = root;
    this.strict = strict;
  }

  List<Node> walk(List<Step> steps, Node from) {
    List<Node> nodes = List.of(from);
    boolean must = strict;
    for (Step step : steps) {
      List<Node> next = new ArrayList<>();
      for (Node node : nodes) {
        step(step, node, must, next);
      }
      nodes = next;
      // Not every node below has the key that is looked for.
      must &= !(step instanceof Step.Below);
    }
    return nodes;
  }

  private void step(Step step, Node node, boolean must, List<Node> found) {
    switch (step) {
      case Step.Root _ -> found.add(root);
      case Step.Field field -> field(field.key(), node, must, found);
      case Step.Each _ -> found.addAll(children(node));
      case Step.Below _ -> below(node, found);
      case Step.Item item -> item(item.index(), node, must, found);
      case Step.Slice slice -> slice(slice, node, found);
      case Step.Any any -> any.steps().forEach(each -> step(each, node, must, found));
      case Step.Filter filter -> {
        for (Node child : children(node)) {
          if (holds(filter, child)) {
            found.add(child);
          }
        }
      }
    }
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case MapNode map -> List.copyOf(map.entries().values());
      case ListNode list -> list.items();
      case ScalarNode _ -> List.of();
    };
  }

  private static void below(Node node, List<Node> found) {
    found.add(node);
    children(node).forEach(child -> below(child, found));
  }

  private void field(String key, Node node, boolean must, List<Node> found) {
    Node value = node instanceof MapNode map ? map.get(key) : null;
    if (value != null) {
      found.add(value);
    } else if (must) {
      String hint = node instanceof MapNode map ? Suggestion.didYouMean(key, map.keys()) : "";
      throw notThere("There is no key `" + key + "` here.").hint(hint).exception();
    }
  }

  private void item(int index, Node node, boolean must, List<Node> found) {
    int size = node instanceof ListNode list ? list.size() : 0;
    int at = index < 0 ? index + size : index;
    if (node instanceof ListNode list && at >= 0 && at < size) {
      found.add(list.get(at));
    } else if (must) {
      String what =
          node instanceof ListNode ? "The list has " + size + " items" : "This is no list";
      throw notThere(what + ": there is no item " + index + ".").exception();
    }
  }

  private Problem notThere(String message) {
    return Problem.error("values.path-not-there", message).at(template.whole());
  }

  private static void slice(Step.Slice slice, Node node, List<Node> found) {
    if (node instanceof ListNode list) {
      int size = list.size();
      int end = Math.min(size, fromStart(slice.end().orElse(size), size));
      for (int i = Math.max(0, fromStart(slice.start().orElse(0), size)); i < end; ) {
        found.add(list.get(i));
        i += slice.stride();
      }
    }
  }

  private static int fromStart(int index, int size) {
    return index < 0 ? index + size : index;
  }

  private boolean holds(Step.Filter filter, Node item) {
    List<Node> left = operand(filter.left(), item);
    if (filter.operator().isEmpty() || left.isEmpty()) {
      return !left.isEmpty();
    }
    List<Node> right = operand(filter.right(), item);
    return !right.isEmpty() && compare(left.getFirst(), filter.operator(), right.getFirst());
  }

  private List<Node> operand(Step.Operand operand, Node item) {
    return switch (operand) {
      case Step.Operand.Constant constant -> List.of(constant.value());
      case Step.Operand.Path path -> new PathWalk(template, root, false).walk(path.steps(), item);
    };
  }

  private static boolean compare(Node left, String operator, Node right) {
    int order =
        left instanceof NumberNode one && right instanceof NumberNode other
            ? one.decimal().compareTo(other.decimal())
            : text(left).compareTo(text(right));
    return switch (operator) {
      case "==" -> left.equals(right);
      case "!=" -> !left.equals(right);
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : node.toString();
  }
}
