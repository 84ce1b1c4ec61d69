package dev.pannier.engine.unit.property;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * Values that the schema allows and the chart does not render soundly.
 *
 * @param run the number of the run that found them, from 1 on
 * @param values the smallest such values that were found
 * @param text the same as a values file; problems point into it
 * @param problems what is wrong with the rendering
 */
public record Counterexample(int run, MapNode values, String text, List<Problem> problems) {

  /** What problems call the file of the smallest values. */
  public static final String FILE = "smallest values";

  public Counterexample {
    problems = List.copyOf(problems);
  }
}
