package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map of a built-in type whose fields are looked at together. */
record Scope(MapNode map, Place place, String kind, KubeVersion version, Problems problems) {

  private static final int SHOWN = 6;

  /** Whether a field is given, and not empty. */
  boolean has(String field) {
    return isGiven(map.get(field));
  }

  private static boolean isGiven(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case NullNode _ -> false;
      case ScalarNode scalar -> !scalar.text().isEmpty();
      case ListNode list -> !list.isEmpty();
      case MapNode _ -> true;
    };
  }

  /** The text of a scalar; empty where there is none. */
  String text(String field) {
    return map.get(field) instanceof ScalarNode scalar && has(field) ? scalar.text() : "";
  }

  /** What messages call a field: {@code spec.ports}. */
  String path(String field) {
    return place.field(field).path();
  }

  /** What messages call this map: {@code spec}, or the kind of the object as a whole. */
  String name() {
    String path = place.path();
    return path.isEmpty() ? kind : path;
  }

  /** A map below; where it is not given, an empty one at this map's place. */
  Scope below(String field) {
    MapNode inner =
        map.get(field) instanceof MapNode given
            ? given
            : MapNode.EMPTY.withOrigin(map.has(field) ? map.keyOrigin(field) : map.origin());
    return new Scope(inner, place.field(field), kind, version, problems);
  }

  /** The maps in a list below. */
  List<Scope> items(String field) {
    List<Scope> items = new ArrayList<>();
    ListNode list = map.list(field);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof MapNode item) {
        items.add(new Scope(item, place.field(field).item(i), kind, version, problems));
      }
    }
    return items;
  }

  /** Tells that a field must be there. */
  void missing(String field, String why) {
    problems.add(
        Problem.error(
                "manifest.missing-field",
                "The field `" + path(field) + "` is missing in `" + kind + "`" + why + ".")
            .at(map.has(field) ? map.keyOrigin(field) : map.origin()));
  }

  /** Tells that a field may not be there. */
  void forbidden(String field, String why) {
    problems.add(
        Problem.error(
                "manifest.excluding-fields", "`" + path(field) + "` may not be set" + why + ".")
            .at(map.keyOrigin(field)));
  }

  /** Tells of a value that may not be, as a whole sentence. */
  void invalid(String field, String sentence) {
    problems.add(Problem.error("manifest.invalid-value", sentence).at(value(field)));
  }

  private Location value(String field) {
    Node node = map.get(field);
    return node == null ? map.origin() : node.origin();
  }

  /** At most one of some fields may be there. */
  void oneAtMost(List<String> fields) {
    List<String> given = fields.stream().filter(this::has).toList();
    if (given.size() > 1) {
      problems.add(
          Problem.error(
                  "manifest.excluding-fields",
                  "`%s` has `%s`, which exclude each other."
                      .formatted(name(), String.join("` and `", given)))
              .at(map.keyOrigin(given.get(1)))
              .hint("Keep one of them."));
    }
  }

  /** One of some fields must be there, and no second. */
  void exactlyOne(List<String> fields) {
    oneAtMost(fields);
    if (fields.stream().noneMatch(this::has)) {
      problems.add(
          Problem.error("manifest.missing-field", "`" + name() + "` says nothing.")
              .at(map.origin())
              .hint("Give it one of " + few(fields) + "."));
    }
  }

  private static String few(List<String> fields) {
    boolean many = fields.size() > SHOWN;
    return "`"
        + String.join("`, `", many ? fields.subList(0, SHOWN) : fields)
        + (many ? "` and so on" : "`");
  }
}
