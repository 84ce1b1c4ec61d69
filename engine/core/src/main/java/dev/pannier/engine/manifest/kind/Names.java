package dev.pannier.engine.manifest.kind;

/** The syntax of names (k8s.io/apimachinery/pkg/util/validation/validation.go). */
final class Names {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_PORT = 15;

  private Names() {}

  static boolean isLabel(String name) {
    return name.length() <= LONGEST_LABEL && isLabel(name, 0, name.length());
  }

  /** Labels joined by dots; there, each may be long. */
  static boolean isSubdomain(String name) {
    if (name.length() > LONGEST_SUBDOMAIN) {
      return false;
    }
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isLabel(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isLabel(name, start, name.length());
  }

  static boolean isServiceName(String name) {
    return isLabel(name) && isLower(name.charAt(0));
  }

  /** RFC 6335, 5.1. */
  static boolean isPortName(String name) {
    return name.length() <= LONGEST_PORT
        && isLabel(name)
        && !name.contains("--")
        && name.chars().anyMatch(Names::isLower);
  }

  static boolean isVariable(String name) {
    return isFile(name) && !isDigit(name.charAt(0));
  }

  /** The key of a ConfigMap or Secret: the name of a file, with no {@code ..} before it. */
  static boolean isKey(String name) {
    return name.length() <= LONGEST_SUBDOMAIN && isFile(name);
  }

  private static boolean isFile(String name) {
    return !name.isEmpty() && !name.equals(".") && !name.startsWith("..") && isOf(name, "-._");
  }

  /** {@code app} or {@code example.com/app}. */
  static boolean isLabelKey(String key) {
    int slash = key.indexOf('/');
    return (slash < 0 || isSubdomain(key.substring(0, slash)))
        && slash != key.length() - 1
        && isWord(key.substring(slash + 1));
  }

  static boolean isLabelValue(String value) {
    return value.isEmpty() || isWord(value);
  }

  private static boolean isWord(String word) {
    return !word.isEmpty()
        && word.length() <= LONGEST_LABEL
        && isOf(word, "-._")
        && isOf(word.substring(0, 1), "")
        && isOf(word.substring(word.length() - 1), "");
  }

  private static boolean isOf(String text, String more) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && !(c >= 'A' && c <= 'Z') && more.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start >= end || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
