package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;
import java.util.regex.Pattern;

/** Looks for a regular expression with an end to its patience: some take years. */
final class PatternSearch {
  private static final int PATIENCE = 5_000_000;

  private PatternSearch() {}

  /**
   * Whether an expression is found in a text.
   *
   * @throws dev.pannier.engine.problem.ChartException when that takes too many steps to tell
   */
  static boolean finds(Pattern pattern, String text) {
    try {
      return pattern.matcher(new CountedText(text, 0, text.length(), new int[] {PATIENCE})).find();
    } catch (PatienceEnd | StackOverflowError e) {
      throw Problem.error(
              "test.slow-pattern",
              "The regular expression `" + pattern + "` takes too long to match.")
          .hint("Look for a repetition within a repetition, such as `(a+)+`.")
          .exception(e);
    }
  }

  private static final class PatienceEnd extends RuntimeException {}

  /** A text that counts how often it is looked at. */
  private record CountedText(String text, int start, int end, int[] left) implements CharSequence {
    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new PatienceEnd();
      }
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(text, start + from, start + to, left);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
