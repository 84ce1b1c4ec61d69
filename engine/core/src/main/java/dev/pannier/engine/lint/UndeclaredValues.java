package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that templates ask for and that nobody who reads the chart's values learns of. */
final class UndeclaredValues {

  private final MapNode values;
  private final Optional<MapNode> schema;

  /**
   * Takes what declares values.
   *
   * @param values the defaults of the chart and of all its dependencies
   */
  UndeclaredValues(MapNode values, Optional<MapNode> schema) {
    this.values = values;
    this.schema = schema;
  }

  /**
   * Looks for them, each told once.
   *
   * @param own the names of the chart's own files; partials of others may ask for what is absent
   */
  void look(List<ValueUse> uses, Set<String> own, Findings findings) {
    Set<List<String>> asked = new HashSet<>();
    for (ValueUse use : uses) {
      if (use.optional()) {
        asked.add(use.path());
      }
    }
    Set<List<String>> declared = new HashSet<>();
    for (ValueUse use : uses) {
      if (missing(use.path()).isEmpty()) {
        declared.add(tag(use));
      }
    }
    Map<List<String>, ValueUse> missing = new HashMap<>();
    for (ValueUse use : uses) {
      // One tag may ask several values for a key; it is enough that one of them may have it.
      List<String> path = declared.contains(tag(use)) ? List.of() : missing(use.path());
      boolean ours = own.contains(use.place().source().name());
      boolean counts = ours || !use.optional() && !isAsked(use.path(), asked);
      if (!path.isEmpty() && counts && use.place().isKnown()) {
        missing.merge(path, use, (one, other) -> BY_PLACE.compare(one, other) <= 0 ? one : other);
      }
    }
    List<Map.Entry<List<String>, ValueUse>> sorted = new ArrayList<>(missing.entrySet());
    sorted.sort((one, other) -> BY_PLACE.compare(one.getValue(), other.getValue()));
    sorted.forEach(entry ->
        findings.add(
            Rule.UNDECLARED_VALUE,
            entry.getValue().place(),
            message(entry.getKey()),
            hint(entry.getKey())));
  }

  private static final Comparator<ValueUse> BY_PLACE =
      (one, other) -> {
        int byFile = one.place().source().name().compareTo(other.place().source().name());
        if (byFile != 0) {
          return byFile;
        }
        int byLine = Integer.compare(one.place().line(), other.place().line());
        return byLine != 0 ? byLine : Integer.compare(one.place().column(), other.place().column());
      };

  /** The tag that asks, and for which key. */
  private static List<String> tag(ValueUse use) {
    String key = use.path().isEmpty() ? "" : use.path().getLast();
    return List.of(use.place().source().name(), use.place().toString(), key);
  }

  /** Whether some template copes with the absence of a value, or of a map that it lies in. */
  private static boolean isAsked(List<String> path, Set<List<String>> asked) {
    for (int length = path.size(); length > 0; length--) {
      if (asked.contains(path.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  /** The path up to the first key that is nowhere declared; empty where all are. */
  private List<String> missing(List<String> path) {
    Node node = values;
    Optional<SchemaNames> names = schema.map(SchemaNames::of);
    for (int i = 0; i < path.size(); i++) {
      String key = path.get(i);
      boolean open = i == 0 && key.equals("global") || key.equals(ValueUse.ANY);
      if (open || !(node instanceof MapNode map)) {
        return List.of();
      }
      Node child = map.get(key);
      boolean named = names.isPresent() && names.get().names(key);
      if (child == null && map.isEmpty() && names.isEmpty()) {
        return List.of();
      }
      if (child == null) {
        return named ? List.of() : path.subList(0, i + 1);
      }
      names = names.map(now -> now.child(key));
      node = child;
    }
    return List.of();
  }

  private String message(List<String> path) {
    return "`Values.%s` is asked for here, but stands neither in values.yaml nor in %s."
        .formatted(String.join(".", path), schema.isPresent() ? "values.schema.json" : "a schema");
  }

  private String hint(List<String> path) {
    Node parent = values.at(path.subList(0, path.size() - 1).toArray(String[]::new));
    String guess =
        parent instanceof MapNode map ? Suggestion.didYouMean(path.getLast(), map.keys()) : "";
    return guess.isEmpty() ? "Add it to values.yaml, and say there what it does." : guess;
  }

  /** Whether a render told of the same place already. */
  static boolean isTold(Problem finding, List<Problem> told) {
    for (Problem problem : told) {
      boolean same =
          problem.code().equals("template.missing-value")
              && problem.location().source().name().equals(finding.location().source().name())
              && problem.location().line() == finding.location().line();
      if (same) {
        return true;
      }
    }
    return false;
  }
}
