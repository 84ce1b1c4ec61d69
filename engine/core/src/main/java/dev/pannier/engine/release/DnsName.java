package dev.pannier.engine.release;

/** The names that Kubernetes allows (RFC 1123, apimachinery's validation). */
public final class DnsName {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;

  private DnsName() {}

  /** Lower case letters, digits and dashes, with no dash at either end; at most 63 of them. */
  public static boolean isLabel(String name) {
    return name.length() <= LONGEST_LABEL && isLabel(name, 0, name.length());
  }

  /** Such labels, of any length, joined by dots; at most 253 characters in all. */
  public static boolean isSubdomain(String name) {
    if (name.length() > LONGEST_SUBDOMAIN) {
      return false;
    }
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (!isLabel(name, start, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start >= end || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
