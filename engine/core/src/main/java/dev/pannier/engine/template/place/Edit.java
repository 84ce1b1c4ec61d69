package dev.pannier.engine.template.place;

import java.util.List;

/**
 * A stretch of a draft and what is written instead.
 *
 * @param insertions the numbers of the values that go into it
 */
record Edit(int start, int end, String text, List<Integer> insertions) {

  /** Changes nothing: tells that values go into the scalar that begins here. */
  static Edit start(int at, List<Integer> insertions) {
    return new Edit(at, at, "", insertions);
  }
}
