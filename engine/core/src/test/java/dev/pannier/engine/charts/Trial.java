package dev.pannier.engine.charts;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Tries values at a spot, against what harmless values of their type give there. */
final class Trial {

  /** Two harmless values of a type and what they render to; nothing where they are refused. */
  private record Harmless(
      Node first, Node second, boolean isRefused, List<Resource> one, List<Resource> two) {

    static Harmless refused(Node first, Node second) {
      return new Harmless(first, second, true, List.of(), List.of());
    }
  }

  private static final String ONE = "qvalone";
  private static final String TWO = "qvaltwo";
  private static final int NUMBER = 8675309;
  private static final int OTHER_NUMBER = 9035768;

  private final ChartRenderer renderer;
  private final Spot spot;
  private final Expectation.Leeway leeway;
  private final BiPredicate<Node, Problem> refusals;
  private final Map<Class<?>, Harmless> harmless = new HashMap<>();
  private @Nullable String emptyOutline;

  /**
   * Renders with harmless values.
   *
   * @param refusals which problems a value may meet that is refused where harmless ones are not
   */
  Trial(
      ChartRenderer renderer,
      Spot spot,
      Expectation.Leeway leeway,
      BiPredicate<Node, Problem> refusals) {
    this.renderer = renderer;
    this.spot = spot;
    this.leeway = leeway;
    this.refusals = refusals;
  }

  /** What stands for a value: of its type, for the places may depend on it, and never empty. */
  private Harmless like(Node value) {
    return switch (value) {
      case TextNode _ -> harmless(TextNode.of(ONE), TextNode.of(TWO));
      case MapNode _ ->
          harmless(
              MapNode.of(Map.of(ONE, TextNode.of(ONE))), MapNode.of(Map.of(TWO, TextNode.of(TWO))));
      case ListNode _ ->
          harmless(ListNode.of(List.of(TextNode.of(ONE))), ListNode.of(List.of(TextNode.of(TWO))));
      case ScalarNode _ -> harmless(NumberNode.of(NUMBER), NumberNode.of(OTHER_NUMBER));
    };
  }

  private Harmless harmless(Node first, Node second) {
    return harmless.computeIfAbsent(first.getClass(), _ -> rendered(first, second));
  }

  private Harmless rendered(Node first, Node second) {
    if (spot.textOnly() && !(first instanceof TextNode)) {
      return Harmless.refused(first, second);
    }
    try {
      return new Harmless(first, second, false, render(first), render(second));
    } catch (ChartException e) {
      return Harmless.refused(first, second);
    }
  }

  /** By file and kind, since the names that a value changes change the install order too. */
  private List<Resource> render(Node value) {
    List<Resource> sorted = new ArrayList<>(spot.put().apply(value).render(renderer).resources());
    sorted.sort(Comparator.comparing(Resource::source).thenComparing(r -> r.id().kind()));
    return sorted;
  }

  /** Whether a harmless string renders. */
  boolean takesText() {
    return !like(TextNode.of("")).isRefused();
  }

  /** How often harmless values of each type stand in what they render to; 0 where refused. */
  String places() {
    return "strings %d, numbers %d, maps %d, lists %d"
        .formatted(
            places(TextNode.of(""), ONE),
            places(NumberNode.of(0), Integer.toString(NUMBER)),
            places(MapNode.EMPTY, ONE + ":"),
            places(ListNode.EMPTY, ONE));
  }

  private int places(Node like, String mark) {
    return texts(like(like).one()).split(mark, -1).length - 1;
  }

  /** What is wrong with how a value renders that is not empty; empty where nothing is. */
  String failure(Node value) {
    Harmless harmless = like(value);
    try {
      List<Resource> resources = render(value);
      if (harmless.isRefused()) {
        return "is taken where `" + harmless.first() + "` is refused: " + texts(resources);
      }
      String wrong = TwoReaders.disagreement(resources);
      return wrong.isEmpty() ? difference(harmless, value, resources) : wrong;
    } catch (ChartException e) {
      boolean expected =
          harmless.isRefused() || e.problems().stream().allMatch(p -> refusals.test(value, p));
      return expected ? "" : "is refused: " + e.problems();
    }
  }

  private String difference(Harmless harmless, Node value, List<Resource> resources) {
    List<Resource> one = harmless.one();
    if (resources.size() != one.size()) {
      return resources.size() + " documents instead of " + one.size();
    }
    Expectation expectation = new Expectation(harmless.first(), harmless.second(), value, leeway);
    for (int i = 0; i < one.size(); i++) {
      Resource resource = resources.get(i);
      String wrong =
          expectation.mismatch(
              one.get(i).content(), harmless.two().get(i).content(), resource.content());
      if (!wrong.isEmpty()) {
        return resource.source() + ": " + wrong + "\n" + resource.text();
      }
    }
    return "";
  }

  /**
   * What is wrong with how an empty scalar renders, which takes other branches than harmless values
   * do: both readers must agree, and the shape be the one that the empty string gives.
   */
  String failureOfEmpty(Node value) {
    try {
      List<Resource> resources = render(value);
      String wrong = TwoReaders.disagreement(resources);
      boolean same = Outline.of(resources).equals(outlineOfEmpty());
      return wrong.isEmpty() && !same
          ? "has another shape than an empty string:\n" + texts(resources)
          : wrong;
    } catch (ChartException e) {
      return "";
    }
  }

  private String outlineOfEmpty() {
    if (emptyOutline == null) {
      emptyOutline = Outline.of(render(TextNode.of("")));
    }
    return emptyOutline;
  }

  private static String texts(List<Resource> resources) {
    StringBuilder all = new StringBuilder();
    resources.forEach(resource -> all.append("---\n").append(resource.text()));
    return all.toString();
  }

  /** The smallest string found, made of a string that fails by leaving parts out. */
  String smallest(String failing) {
    String least = failing;
    for (int size = failing.length() / 2; size > 0; size /= 2) {
      for (int at = 0; at + size <= least.length(); ) {
        String less = least.substring(0, at) + least.substring(at + size);
        if (!less.isEmpty() && !failure(TextNode.of(less)).isEmpty()) {
          least = less;
        } else {
          at += size;
        }
      }
    }
    return least;
  }
}
