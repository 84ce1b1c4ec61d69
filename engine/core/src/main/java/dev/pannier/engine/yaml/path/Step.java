package dev.pannier.engine.yaml.path;

import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A step of a path: from some nodes to others. */
sealed interface Step {

  /** Back to the whole. */
  record Root() implements Step {}

  /** The value of a key. */
  record Field(String key) implements Step {}

  /** All values of a map, all items of a list. */
  record Each() implements Step {}

  /** A node and all nodes below it. */
  record Below() implements Step {}

  /**
   * Items of a list; negative ones count from its end.
   *
   * @param start the first one
   * @param end the one behind the last
   * @param stride how far it is from one to the next
   */
  record Slice(Optional<Integer> start, Optional<Integer> end, int stride) implements Step {}

  /** One item of a list. */
  record Item(int index) implements Step {}

  /** What any of several steps leads to. */
  record Any(List<Step> steps) implements Step {}

  /**
   * The items of which something holds.
   *
   * @param operator empty where it is enough that the left side is there
   */
  record Filter(Operand left, String operator, Operand right) implements Step {}

  /** A side of a comparison. */
  sealed interface Operand {

    /** What a path from the item leads to. */
    record Path(List<Step> steps) implements Operand {}

    /** What is written there. */
    record Constant(Node value) implements Operand {}
  }
}
