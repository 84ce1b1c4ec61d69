package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of a field that its type does not have, and where it may belong. */
final class UnknownField {

  private static final int DEEPEST = 3;

  /** With more places than these to choose from, naming them is guessing. */
  private static final int MOST_PLACES = 3;

  private static final String MATCH_LABELS = "matchLabels";

  private final TypeSource types;
  private final KubeVersion version;
  private final String kind;

  UnknownField(TypeSource types, KubeVersion version, String kind) {
    this.types = types;
    this.version = version;
    this.kind = kind;
  }

  /** A field at a place whose type, with fields, is the given one. */
  Problem problem(String name, StructType type, Place place) {
    Field elsewhere = type.elsewhere(name, version);
    if (elsewhere != null) {
      return ofOtherRelease(elsewhere.span(), place.field(name).path());
    }
    String near = Suggestion.didYouMean(name, type.fields().keySet());
    return Problem.error(
            "manifest.unknown-field",
            "The field `" + place.field(name).path() + "` does not exist in `" + kind + "`.")
        .hint(near.isEmpty() ? advice(name, type, place) : near);
  }

  private Problem ofOtherRelease(Span span, String path) {
    return span.isAfter(version)
        ? Problem.error(
            "manifest.newer-field",
            "The field `%s` of `%s` needs Kubernetes %s, and this is for %s."
                .formatted(path, kind, span.first(), version))
        : Problem.error(
            "manifest.removed-field",
            "Since Kubernetes %s, `%s` has no field `%s`.".formatted(span.end(), kind, path));
  }

  private String advice(String name, StructType type, Place place) {
    if (place.above() == null && name.equals("spec")) {
      return "`" + kind + "` has no `spec`; its fields stand at the top level.";
    }
    return type.field(MATCH_LABELS) != null
        ? "A label belongs to `" + place.field(MATCH_LABELS).path() + "`."
        : belongs(name, elsewhere(name, place));
  }

  private static String belongs(String name, List<Place> places) {
    if (places.isEmpty()) {
      return "";
    }
    String where = places.stream().map(UnknownField::noun).collect(Collectors.joining(" or "));
    return "`" + name + "` belongs to " + where + ".";
  }

  private static String noun(Place place) {
    String path = place.path();
    if (path.isEmpty()) {
      return "the top level of the object";
    }
    return path.endsWith("[]")
        ? "the items of `" + path.substring(0, path.length() - 2) + "`"
        : "`" + path + "`";
  }

  /** The nearest place above that has such a field, else the nearest below, else anywhere. */
  private List<Place> elsewhere(String name, Place place) {
    Place top = place;
    for (Place above = place.above(); above != null; above = above.above()) {
      if (has(above, name)) {
        return List.of(above);
      }
      top = above;
    }
    List<Place> below = below(name, place);
    return below.isEmpty() ? below(name, top) : below;
  }

  private List<Place> below(String name, Place top) {
    Set<String> seen = new HashSet<>();
    List<Place> level = List.of(top);
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Place> must = new ArrayList<>();
      List<Place> may = new ArrayList<>();
      level.forEach(place -> descend(place, seen, must, may));
      List<Place> found = having(name, must.stream());
      if (found.isEmpty()) {
        found = having(name, may.stream());
      }
      if (!found.isEmpty()) {
        return found.size() > MOST_PLACES ? List.of() : found;
      }
      level = Stream.concat(must.stream(), may.stream()).toList();
    }
    return List.of();
  }

  private static List<Place> having(String name, Stream<Place> places) {
    return places.filter(place -> has(place, name)).toList();
  }

  private static boolean has(Place place, String name) {
    StructType struct = place.struct();
    return struct != null && struct.field(name) != null;
  }

  /** Adds the places one level down: those that must exist, and those that may. */
  private void descend(Place place, Set<String> seen, List<Place> must, List<Place> may) {
    StructType struct = place.struct();
    if (struct == null || !seen.add(struct.name())) {
      return;
    }
    for (Field field : struct.fields().values()) {
      Place down = down(place, field);
      if (down != null) {
        (field.required() ? must : may).add(down);
      }
    }
  }

  private @Nullable Place down(Place place, Field field) {
    Place inner = place.field(field.name());
    return switch (field.type()) {
      case FieldType.Named named -> inner.typed(types.type(named));
      case FieldType.ListOf(FieldType.Named named) -> inner.anyItem().typed(types.type(named));
      case FieldType.ListOf _, FieldType.MapOf _, FieldType.FreeOr _, FieldType.Basic _ -> null;
    };
  }
}
