package dev.pannier.engine.problem;

import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant: the candidate nearest to a misspelt word. */
public final class Suggestion {

  private Suggestion() {}

  /**
   * The candidate that a word most likely meant: at most a third of the word's letters (at least
   * one, two from four letters on) added, dropped, replaced or swapped; case does not count.
   */
  public static Optional<String> closest(String word, Iterable<String> candidates) {
    int allowed = Math.max(word.length() >= 4 ? 2 : 1, word.length() / 3);
    String lower = word.toLowerCase(Locale.ROOT);
    String best = null;
    int least = allowed + 1;
    for (String candidate : candidates) {
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < least && distance < Math.max(candidate.length(), 2)) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code Did you mean `tag`?}, or nothing. */
  public static String didYouMean(String word, Iterable<String> candidates) {
    return closest(word, candidates).map(found -> "Did you mean `" + found + "`?").orElse("");
  }

  /** Optimal string alignment: insertions, deletions, replacements, swaps of neighbours. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
