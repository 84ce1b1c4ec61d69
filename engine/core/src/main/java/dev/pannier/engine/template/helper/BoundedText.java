package dev.pannier.engine.template.helper;

/**
 * A text that may be looked at only so often. Java's regular expressions can take exponential time,
 * where Go's cannot: a chart that runs into that must end with an error, not hang.
 */
final class BoundedText implements CharSequence {

  private static final int MOST_LOOKS = 20_000_000;

  private final String text;
  private int looks;

  BoundedText(String text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw tooMuch();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  static HelperException tooMuch() {
    return new HelperException(
        "The regular expression takes too long on this text.",
        "Write it without repetitions within repetitions, such as `(a+)+`.");
  }
}
