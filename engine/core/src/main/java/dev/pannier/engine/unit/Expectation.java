package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Source;
import java.util.List;
import java.util.Optional;

/**
 * What a case expects.
 *
 * @param manifest expected.yaml: the whole rendering
 * @param error expected.err: what rendering fails with
 * @param failure what rendering fails with, as case.yaml says it
 * @param assertions about documents of the rendering
 * @param templates which templates' documents count; all where it is empty
 * @param validates whether documents are checked by the schemas of their kinds
 */
record Expectation(
    Optional<Source> manifest,
    Optional<Source> error,
    Optional<ExpectedFailure> failure,
    List<Assertion> assertions,
    List<TemplatePattern> templates,
    boolean validates) {

  Expectation {
    assertions = List.copyOf(assertions);
    templates = List.copyOf(templates);
  }

  /** Whether rendering is to fail. */
  boolean isFailure() {
    return error.isPresent() || failure.isPresent();
  }

  /** Whether it says nothing beyond that the chart renders. */
  boolean isEmpty() {
    return manifest.isEmpty() && !isFailure() && assertions.isEmpty();
  }
}
