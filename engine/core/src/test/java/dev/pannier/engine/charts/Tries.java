package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Counts what is tried, and tells what failed so that it can be tried again. */
final class Tries {

  private static final long SEED = Long.getLong("injection.seed", 20261120);

  private final Hostile hostile;
  private final List<String> failures = new ArrayList<>();
  private int strings;

  /**
   * Starts.
   *
   * @param number of the test, so that each has values of its own
   */
  Tries(int number) {
    hostile = new Hostile(RenderedChart.random(SEED + number));
  }

  Hostile hostile() {
    return hostile;
  }

  int strings() {
    return strings;
  }

  /** Some of the spots of a chart, others for each seed. */
  List<Spot> sample(List<Spot> spots, int size) {
    List<Spot> sample = new ArrayList<>(spots);
    Collections.shuffle(sample, Random.from(RenderedChart.random(SEED + spots.size())));
    return sample.subList(0, Math.min(size, sample.size()));
  }

  void string(String string, Spot spot, Trial trial) {
    strings++;
    if (!trial.failure(TextNode.of(string)).isEmpty()) {
      value(TextNode.of(trial.smallest(string)), spot, trial);
    }
  }

  void value(Node value, Spot spot, Trial trial) {
    tell(value, spot, trial.failure(value));
  }

  /** Tries a scalar that counts as false. */
  void empty(Node value, Spot spot, Trial trial) {
    tell(value, spot, trial.failureOfEmpty(value));
  }

  private void tell(Node value, Spot spot, String failure) {
    if (!failure.isEmpty()) {
      failures.add(
          "-Dinjection.seed=%d, %s = %s: %s"
              .formatted(SEED, spot.name(), Escaped.of(value), failure));
    }
  }

  void assertNoneFailed() {
    assertThat(failures.stream().limit(5)).as("%d failures", failures.size()).isEmpty();
  }
}
