package dev.pannier.engine.template.helper;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Base 32 of RFC 4648, which the JDK has not. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder((bytes.length + 4) / 5 * 8);
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = held << 8 | b & 0xFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(ALPHABET.charAt(held >> bits & 31));
      }
    }
    if (bits > 0) {
      out.append(ALPHABET.charAt(held << 5 - bits & 31));
    }
    return out.repeat('=', (8 - out.length() % 8) % 8).toString();
  }

  /** The bytes of a text; null where it is not in base 32. */
  static byte @Nullable [] decode(String text) {
    String digits = text.replace("\n", "").replace("\r", "");
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '=') {
      end--;
    }
    int padding = digits.length() - end;
    boolean whole = digits.length() % 8 == 0 && padding < 7 && padding != 2 && padding != 5;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int i = 0; i < end; i++) {
      int digit = ALPHABET.indexOf(digits.charAt(i));
      whole &= digit >= 0;
      held = held << 5 | digit & 31;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.write(held >> bits & 0xFF);
      }
    }
    return whole ? out.toByteArray() : null;
  }
}
