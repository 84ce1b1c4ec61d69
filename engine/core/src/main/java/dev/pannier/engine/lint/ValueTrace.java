package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/** Tells what of a release somebody chose. */
@FunctionalInterface
public interface ValueTrace {

  /**
   * Where the value was set that a rendered node is, just as it is; none where the template wrote
   * it, computed it, or put it together.
   *
   * @param rendered the very node of a rendered object
   */
  List<Location> setAt(Node rendered);
}
