package dev.pannier.engine.template.place;

import java.util.List;

/**
 * A stretch of a draft and what is written instead.
 *
 * @param insertions the numbers of the values that go into it
 */
record Edit(int start, int end, String text, List<Integer> insertions) {}
