package dev.pannier.engine.yaml.path;

import java.util.List;

/** A part of a template. */
sealed interface Part {

  /** Text that is printed as it stands. */
  record Text(String text) implements Part {}

  /** What a path leads to, printed with blanks between. */
  record Values(List<Step> steps) implements Part {}

  /** Parts that are printed for each node that a path leads to. */
  record Range(List<Step> steps, List<Part> body) implements Part {}
}
