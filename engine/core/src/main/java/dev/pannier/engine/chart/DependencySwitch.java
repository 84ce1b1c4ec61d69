package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a dependency is on: the first condition that is a boolean decides; else tags, of
 * which one that is true is enough; else it is on.
 *
 * @param values the coalesced values of the chart that asks
 * @param tags the tags as the topmost chart sets them, over those of the charts below
 */
record DependencySwitch(MapNode values, MapNode tags, Problems warnings) {

  boolean isOn(Dependency dependency) {
    for (String condition : dependency.condition().split(",")) {
      String path = condition.strip();
      Node found = path.isEmpty() ? null : value(path);
      if (found instanceof BoolNode decision) {
        return decision.value();
      }
      if (found != null && !(found instanceof MapNode)) {
        warnings.add(notBoolean("condition", path, found, dependency));
      }
    }
    return isOnByTags(dependency);
  }

  private @Nullable Node value(String path) {
    return values.at(path.split("\\.", -1));
  }

  private boolean isOnByTags(Dependency dependency) {
    boolean off = false;
    for (String tag : dependency.tags()) {
      switch (tags.get(tag)) {
        case null -> {}
        case BoolNode decision -> {
          if (decision.value()) {
            return true;
          }
          off = true;
        }
        case Node other -> warnings.add(notBoolean("tag", tag, other, dependency));
      }
    }
    return !off;
  }

  private static Problem notBoolean(String what, String path, Node found, Dependency dependency) {
    return Problem.warning(
            "chart.switch-not-boolean",
            "The %s `%s` of the dependency `%s` is a %s, and decides nothing."
                .formatted(what, path, dependency.effectiveName(), found.typeName()))
        .at(found.origin())
        .note("the dependency", dependency.origin())
        .hint("Set it to true or false.");
  }
}
