package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;

/**
 * What a path leads to where it leads nowhere.
 *
 * @param path as the template writes it
 * @param key the number of the key that is not there
 * @param container what should hold that key
 * @param scope where the path was looked up
 */
record Missing(Path path, int key, Node container, Scope scope) {

  /** The problem of a tag that needs the value. */
  Problem problem(Location tag) {
    if (path.data() && key == 0) {
      return unset().at(tag).hint(dataHint());
    }
    if (!(container instanceof MapNode map)) {
      return noMap(tag);
    }
    Problem problem = unset().at(tag).hint(hint(map));
    Location written = map.origin();
    return written.isKnown() && !isAtRoot(map) ? problem.note(holder(), written) : problem;
  }

  private String holder() {
    if (key == 0) {
      return "the map is set here";
    }
    String above = path.upTo(key - 1);
    return above.endsWith("Values")
        ? "the values of the chart begin here"
        : "`" + above + "` is set here";
  }

  private Problem unset() {
    return Problem.error("template.missing-value", "`" + path.upTo(key) + "` is not set.");
  }

  /** Whether the name is known, but not here. */
  private boolean isAtRoot(Node holder) {
    return key == 0
        && !path.local()
        && scope.root() != holder
        && scope.root().has(path.keys().getFirst());
  }

  private String elsewhere() {
    return "Inside `"
        + scope.opener()
        + "`, `this` is another value: write `@root."
        + path.text()
        + "`.";
  }

  private String dataHint() {
    return "`@key`, `@index`, `@first` and `@last` are known inside `each`, `@root` everywhere.";
  }

  private String hint(MapNode map) {
    String name = path.keys().get(key);
    if (isAtRoot(map)) {
      return elsewhere();
    }
    String guess = Suggestion.didYouMean(name, map.keys());
    String ask = "Set it, or ask for it by `default` or `if` where it may be absent.";
    return guess.isEmpty() ? ask : guess;
  }

  private Problem noMap(Location tag) {
    if (isAtRoot(container)) {
      return unset().at(tag).hint(elsewhere());
    }
    String holder = key == 0 ? "this" : path.upTo(key - 1);
    String what = container instanceof NullNode ? "null" : "a " + container.typeName();
    Problem problem =
        Problem.error(
                "template.missing-value",
                "`" + path.upTo(key) + "` is not set: `" + holder + "` is " + what + ", not a map.")
            .at(tag);
    return container.origin().isKnown()
        ? problem.note("`" + holder + "` is set here", container.origin())
        : problem;
  }
}
