package dev.pannier.engine.unit.property;

import java.util.List;
import java.util.random.RandomGenerator;

/** Choices by chance. */
record Pick(RandomGenerator random) {

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A number from the least to the most, both included. */
  int between(int least, int most) {
    return most <= least ? least : least + random.nextInt(most - least + 1);
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
