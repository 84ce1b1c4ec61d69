package dev.pannier.engine.template.place;

import dev.pannier.engine.yaml.ScalarPlace;
import dev.pannier.engine.yaml.ScalarPlace.Style;
import dev.pannier.engine.yaml.YamlText;

/** A literal or folded block in a draft: its header, and how far its lines are indented. */
final class BlockScalar {

  private final String text;
  private final boolean literal;
  private final String header;
  private final int contentStart;
  private final int first;
  private final int indent;

  BlockScalar(String text, ScalarPlace scalar) {
    this.text = text;
    this.literal = scalar.style() == Style.LITERAL;
    int lineBreak = text.indexOf('\n', scalar.start());
    this.contentStart = lineBreak < 0 ? scalar.end() : lineBreak + 1;
    String line = text.substring(scalar.start(), Math.max(contentStart - 1, scalar.start()));
    int comment = line.indexOf(' ');
    this.header = comment < 0 ? line : line.substring(0, comment);
    int at = contentStart;
    int lineStart = contentStart;
    while (at < scalar.end() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
      if (text.charAt(at++) == '\n') {
        lineStart = at;
      }
    }
    this.first = at;
    this.indent = at - lineStart;
  }

  int contentStart() {
    return contentStart;
  }

  /** How far the first line that is not blank is indented. */
  int indent() {
    return indent;
  }

  /** Whether the first line that is not blank begins here, which decides the indentation. */
  boolean isFirst(int at) {
    return at == first;
  }

  /** Whether a value can stand in the block as it is. */
  boolean takes(String value, boolean isFirst) {
    if (hasDigit() || value.isEmpty()) {
      return !hasDigit() && !isFirst && literal;
    }
    boolean blankStart =
        value.charAt(0) == ' ' || value.charAt(0) == '\n' || value.charAt(0) == '\t';
    char last = value.charAt(value.length() - 1);
    boolean blankEnd = last == ' ' || last == '\n' || last == '\t';
    boolean sound = isFirst ? !blankStart : true;
    return sound
        && YamlText.isLiteral(value)
        && (literal || value.indexOf('\n') < 0 && !blankStart && !blankEnd);
  }

  private boolean hasDigit() {
    for (int i = 1; i < header.length(); i++) {
      if (Character.isDigit(header.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A text with as many line breaks at its end as the header leaves it. */
  String chomp(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '\n') {
      end--;
    }
    if (header.indexOf('+') >= 0) {
      return value;
    }
    boolean strips = header.indexOf('-') >= 0;
    return value.substring(0, end) + (strips || end == 0 || end == value.length() ? "" : "\n");
  }
}
