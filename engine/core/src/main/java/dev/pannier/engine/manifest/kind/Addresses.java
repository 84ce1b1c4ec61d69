package dev.pannier.engine.manifest.kind;

import java.net.Inet4Address;
import java.net.Inet6Address;

/** The syntax of IP addresses; nothing is looked up. */
final class Addresses {

  private static final int BITS_4 = 32;
  private static final int BITS_6 = 128;

  private Addresses() {}

  static boolean isAddress(String text) {
    return bits(text) > 0;
  }

  /** {@code 10.0.0.0/8}. */
  static boolean isRange(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() - slash > 4) {
      return false;
    }
    try {
      int length = Integer.parseInt(text.substring(slash + 1));
      return length >= 0 && length <= bits(text.substring(0, slash));
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /** Of its address; -1 of what is none. */
  private static int bits(String text) {
    try {
      if (text.indexOf(':') < 0) {
        Inet4Address.ofLiteral(text);
        // Java takes shorter forms, Go does not
        return text.chars().filter(c -> c == '.').count() == 3 ? BITS_4 : -1;
      }
      Inet6Address.ofLiteral(text);
      return text.indexOf('%') < 0 && text.indexOf('[') < 0 ? BITS_6 : -1;
    } catch (IllegalArgumentException _) {
      return -1;
    }
  }
}
