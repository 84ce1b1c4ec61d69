package dev.pannier.engine;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.place.Origins;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Adds to problems at a place of a template where the values were set that went in there. */
final class ValueNotes {
  private final Origins origins;

  ValueNotes(Origins origins) {
    this.origins = origins;
  }

  /** What a piece of work gives; where it fails, its problems are explained. */
  <T> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (ChartException e) {
      throw new ChartException(e.reason(), explain(e.problems()), e);
    }
  }

  List<Problem> explain(List<Problem> problems) {
    List<Problem> explained = new ArrayList<>();
    for (Problem problem : problems) {
      explained.add(explain(problem));
    }
    return explained;
  }

  /**
   * Where the value was set that a rendered node is, just as it is.
   *
   * @param all what the template saw: what a partial handed on does not know its origin any more
   */
  List<Location> setAt(Node rendered, MapNode all) {
    List<Location> places = new ArrayList<>();
    List<Node> values = origins.values(rendered.origin());
    for (Node value : values) {
      Location place = find(rendered, value);
      // What Chart.yaml says nobody chooses at an install.
      if (place.isKnown() && !place.source().name().endsWith("Chart.yaml")) {
        places.add(place);
      }
    }
    if (places.isEmpty() && !values.isEmpty()) {
      Location place = find(rendered, all);
      return place.isKnown() ? List.of(place) : List.of();
    }
    return places;
  }

  private static Location find(Node rendered, Node in) {
    if (in.equals(rendered)) {
      return in.origin();
    }
    Iterable<Node> children =
        switch (in) {
          case MapNode map -> map.entries().values();
          case ListNode list -> list;
          case ScalarNode _ -> List.of();
        };
    for (Node child : children) {
      Location found = find(rendered, child);
      if (found.isKnown()) {
        return found;
      }
    }
    return Location.unknown();
  }

  private Problem explain(Problem problem) {
    Problem explained = problem;
    Set<Location> told = new LinkedHashSet<>();
    for (Note note : problem.notes()) {
      told.add(note.location());
    }
    for (Node value : origins.values(problem.location())) {
      if (value.origin().isKnown() && told.add(value.origin())) {
        explained = explained.note("the value is set here", value.origin());
      }
    }
    return explained;
  }

  /** Where the values were set that went into the node at a place. */
  List<Location> values(Location place) {
    List<Location> set = new ArrayList<>();
    for (Node value : origins.values(place)) {
      if (value.origin().isKnown() && !set.contains(value.origin())) {
        set.add(value.origin());
      }
    }
    return set;
  }
}
