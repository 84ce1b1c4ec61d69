package dev.pannier.engine.template.helper;

import java.nio.charset.StandardCharsets;

/**
 * A text as its bytes in UTF-8, which is what Go counts. A part of it never holds half a character:
 * such a half is left out.
 */
final class Utf8 {

  private final byte[] bytes;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
  }

  static Utf8 of(String text) {
    return new Utf8(text.getBytes(StandardCharsets.UTF_8));
  }

  int length() {
    return bytes.length;
  }

  /** The byte at a place; where it is one of ASCII, that is the character. */
  int at(int index) {
    return bytes[index];
  }

  /** The whole characters between two places. */
  String part(int start, int end) {
    int from = start;
    while (from < end && !startsCharacter(from)) {
      from++;
    }
    int to = Math.max(from, startOf(end));
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** The nearest place at or before one where a character begins. */
  int startOf(int index) {
    int start = index;
    while (!startsCharacter(start)) {
      start--;
    }
    return start;
  }

  /** The next place behind one where a character begins. */
  int next(int index) {
    int next = index + 1;
    while (!startsCharacter(next)) {
      next++;
    }
    return next;
  }

  private boolean startsCharacter(int index) {
    return index == bytes.length || (bytes[index] & 0xC0) != 0x80;
  }
}
