package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;

/** Walks through a flag's argument, character by character. */
final class FlagScanner {

  private final Source source;
  private final String text;
  private final boolean escapes;
  private int at;

  /**
   * @param start the index in the source's text at which the argument begins
   * @param escapes whether a backslash takes the next character as it is
   */
  FlagScanner(Source source, int start, boolean escapes) {
    this.source = source;
    this.text = source.text();
    this.at = start;
    this.escapes = escapes;
  }

  Source source() {
    return source;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean sees(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  boolean skip(char c) {
    boolean found = sees(c);
    if (found) {
      at++;
    }
    return found;
  }

  void skipTo(int index) {
    at = index;
  }

  /** Skips what Go's unicode.IsSpace knows of Latin-1. */
  void skipBlanks() {
    while (at < text.length() && " \t\n\u000B\f\r\u0085\u00A0".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** What stands before the first of some characters, or before the end; escapes are resolved. */
  String until(String stops) {
    StringBuilder word = new StringBuilder();
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at++);
      if (c != '\\' || !escapes) {
        word.append(c);
      } else if (at < text.length()) {
        word.append(text.charAt(at++));
      }
    }
    return word.toString();
  }

  /** The place of an index of the source's text. */
  Location place(int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return source.at(line, index - lineStart + 1);
  }

  Problem wrong(int index, String message) {
    return Problem.error("values.flag-syntax", message).at(place(index));
  }
}
