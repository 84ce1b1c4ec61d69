package dev.pannier.engine.yaml;

/**
 * The order in which go-yaml writes keys: numbers within them by their value, so that {@code web2}
 * comes before {@code web10}, and letters behind other characters, but for those behind a digit.
 */
final class KeyOrder {

  private KeyOrder() {}

  static int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    boolean digits = false;
    for (int i = 0; i < a.length && i < b.length; i++) {
      if (a[i] != b[i]) {
        return compare(a, b, i, digits);
      }
      digits = Character.isDigit(a[i]);
    }
    return Integer.compare(a.length, b.length);
  }

  /** By what stands from the first difference on. */
  private static int compare(int[] a, int[] b, int at, boolean digits) {
    boolean letter = Character.isLetter(a[at]);
    boolean otherLetter = Character.isLetter(b[at]);
    if (letter && otherLetter) {
      return Integer.compare(a[at], b[at]);
    }
    if (letter || otherLetter) {
      return letter == digits ? -1 : 1;
    }
    // Zeros count behind another digit only.
    long start = (a[at] == '0' || b[at] == '0') && isWithinNumber(a, at) ? 1 : 0;
    int end = numberEnd(a, at);
    int otherEnd = numberEnd(b, at);
    int byNumber = Long.compare(number(a, at, end, start), number(b, at, otherEnd, start));
    if (byNumber != 0) {
      return byNumber;
    }
    return end == otherEnd ? Integer.compare(a[at], b[at]) : Integer.compare(end, otherEnd);
  }

  private static boolean isWithinNumber(int[] text, int at) {
    for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int numberEnd(int[] text, int start) {
    int end = start;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int start, int end, long before) {
    long number = before;
    for (int i = start; i < end; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
