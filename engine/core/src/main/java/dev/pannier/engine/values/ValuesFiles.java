package dev.pannier.engine.values;

import dev.pannier.engine.problem.Source;

/** Reaches the files that flags name: the engine itself reads no disk, no network, no stdin. */
@FunctionalInterface
public interface ValuesFiles {

  /**
   * The text behind a reference.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read
   */
  Source read(String reference);
}
