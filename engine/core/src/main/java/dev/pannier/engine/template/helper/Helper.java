package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.Node;

/** A function that templates call. Pure but for what its arguments hand in. */
@FunctionalInterface
public interface Helper {

  /**
   * Computes the value of a call.
   *
   * @throws HelperException when the arguments do not fit; the caller adds the place
   */
  Node call(Arguments arguments);
}
