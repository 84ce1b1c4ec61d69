package dev.pannier.engine.authoring;

import java.util.SortedMap;

/**
 * What a new chart begins as: files with {@code <CHARTNAME>} wherever its name belongs, as in
 * Helm's starters (pkg/chart/v2/util/create.go).
 */
public sealed interface Starter permits StarterKind, StarterFolder {
  /** What stands for the name of the chart in files and in their names. */
  String PLACEHOLDER = "<CHARTNAME>";

  /**
   * The files of a new chart by their path in its folder, with {@code /} between names.
   *
   * @param chart the name of the chart
   * @throws dev.pannier.engine.problem.ChartException when they cannot be read
   */
  SortedMap<String, byte[]> files(String chart);
}
