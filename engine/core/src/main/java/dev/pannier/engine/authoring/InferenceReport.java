package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what an author should know of an inference. */
final class InferenceReport {

  private static final int SHOWN = 5;

  private final List<Problem> widenings = new ArrayList<>();
  private final List<Place> untold = new ArrayList<>();
  private final List<Place> open = new ArrayList<>();
  private String commented = "";

  /** A key whose value is null, and of which nothing else is known. */
  void untold(Place place) {
    untold.add(place);
  }

  /** A map that comments show a key in which it does not have. */
  void leftOpen(Place place, String key) {
    commented = open.isEmpty() ? key : commented;
    open.add(place);
  }

  /** A key that has other types than in values.yaml somewhere. */
  void widened(Place place, Set<String> types) {
    if (place.value() == null || place.value() instanceof NullNode || place.others().isEmpty()) {
      return;
    }
    String own = ValueTypes.of(place.value());
    for (Node other : place.others()) {
      String type = ValueTypes.of(other);
      boolean fits =
          other instanceof NullNode
              || type.equals(own)
              || own.equals("number") && type.equals("integer");
      if (!fits) {
        widenings.add(
            info("`%s` may be %s too: this file sets one, where values.yaml has %s."
                    .formatted(place.path(), article(type), article(own)))
                .at(other.origin()));
        return;
      }
    }
  }

  /** A key that values.yaml does not have. */
  void onlyElsewhere(Place place) {
    Location at = place.nodes().isEmpty() ? Location.unknown() : place.nodes().getFirst().origin();
    widenings.add(
        info("`" + place.path() + "` is not in values.yaml, but is set here: it is let in.")
            .at(at));
  }

  /** What there is to say. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(widenings);
    if (!open.isEmpty()) {
      String message =
          open.size() == 1
              ? " may have keys of any name: the comments show `%s`, which it does not have."
              : " may have keys of any name: the comments show some that are not there, such as"
                  + " `%s`.";
      all.add(
          info(listed(open) + message.formatted(commented))
              .at(at(open.getFirst()))
              .hint("Say `# @schema additionalProperties:false` above a map to refuse others."));
    }
    if (!untold.isEmpty()) {
      String verb = untold.size() == 1 ? " is" : " are";
      all.add(
          info(listed(untold) + verb + " null in values.yaml, and may be anything.")
              .at(at(untold.getFirst()))
              .hint("Say in a comment what it may be: `# @schema type:string`."));
    }
    return all;
  }

  private static Location at(Place place) {
    return place.value() == null ? Location.unknown() : place.value().origin();
  }

  private static String listed(List<Place> places) {
    List<String> names = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(SHOWN, places.size()))) {
      names.add("`" + place.path() + "`");
    }
    int more = places.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private static Problem info(String message) {
    return Problem.info("authoring.schema-widened", message);
  }

  private static String article(String type) {
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "integer" -> "an integer";
      default -> "a " + type;
    };
  }
}
