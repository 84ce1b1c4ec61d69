package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of a field that its type does not have, and where it may belong. */
final class UnknownField {

  private static final int DEEPEST = 3;

  /** With more places than these to choose from, naming one of them is guessing. */
  private static final int MOST_PLACES = 3;

  private final Catalog catalog;
  private final String kind;

  UnknownField(Catalog catalog, String kind) {
    this.catalog = catalog;
    this.kind = kind;
  }

  /** A field at a place whose type, with fields, is the given one. */
  Problem problem(String name, StructType type, Place place) {
    String path = place.field(name).path();
    String near = Suggestion.didYouMean(name, type.fields().keySet());
    String far = elsewhere(name, type, place).map(where -> belongs(name, where)).orElse("");
    return Problem.error(
            "manifest.unknown-field", "The field `" + path + "` does not exist in `" + kind + "`.")
        .hint(near.isEmpty() || far.isEmpty() ? near + far : near + " " + far);
  }

  private static String belongs(String name, Place where) {
    String path = where.path();
    if (path.isEmpty()) {
      return "`" + name + "` belongs to the top level of the object.";
    }
    return path.endsWith("[]")
        ? "`" + name + "` belongs to the items of `" + path.substring(0, path.length() - 2) + "`."
        : "`" + name + "` belongs to `" + path + "`.";
  }

  /** The nearest place above that has such a field, else the nearest place below. */
  private Optional<Place> elsewhere(String name, StructType type, Place place) {
    for (Place above = place.above(); above != null; above = above.above()) {
      StructType struct = above.struct();
      if (struct != null && struct.field(name) != null) {
        return Optional.of(above);
      }
    }
    return below(name, place.typed(type));
  }

  private Optional<Place> below(String name, Place top) {
    Set<String> seen = new HashSet<>();
    List<Place> level = List.of(top);
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Place> next = new ArrayList<>();
      for (Place place : level) {
        descend(place, seen, next);
      }
      List<Place> found = next.stream().filter(place -> has(place, name)).toList();
      if (!found.isEmpty()) {
        return found.size() > MOST_PLACES ? Optional.empty() : Optional.of(found.getFirst());
      }
      level = next;
    }
    return Optional.empty();
  }

  private static boolean has(Place place, String name) {
    StructType struct = place.struct();
    return struct != null && struct.field(name) != null;
  }

  /** Adds the places one level down, those that must exist first. */
  private void descend(Place place, Set<String> seen, List<Place> next) {
    StructType struct = place.struct();
    if (struct == null || !seen.add(struct.name())) {
      return;
    }
    int must = next.size();
    for (Field field : struct.fields().values()) {
      Place down = down(place, field);
      if (down != null) {
        next.add(field.required() ? must++ : next.size(), down);
      }
    }
  }

  private @Nullable Place down(Place place, Field field) {
    Place inner = place.field(field.name());
    return switch (field.type()) {
      case FieldType.Named named -> inner.typed(catalog.type(named));
      case FieldType.ListOf(FieldType.Named named) -> inner.anyItem().typed(catalog.type(named));
      case FieldType.ListOf _, FieldType.MapOf _, FieldType.FreeOr _, FieldType.Basic _ -> null;
    };
  }
}
