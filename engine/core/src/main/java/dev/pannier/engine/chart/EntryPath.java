package dev.pannier.engine.chart;

import java.util.Locale;
import java.util.Optional;

/**
 * The path that a tar entry's name stands for in its chart, or why it may not stand for any. The
 * first folder is the chart's own and does not count; as in Helm, whatever its name.
 *
 * @param path the path in the chart, with slashes; empty for the chart's folder itself
 * @param fault why the name is refused, a phrase; empty where it is not
 */
record EntryPath(String path, String fault) {

  static EntryPath of(String name) {
    return fault(name).map(fault -> new EntryPath("", fault)).orElseGet(() -> accepted(name));
  }

  private static Optional<String> fault(String name) {
    if (hasControls(name)) {
      return Optional.of("has control characters in its name");
    }
    if (name.startsWith("/") || name.startsWith("\\")) {
      return Optional.of("has an absolute path");
    }
    if (name.indexOf('\\') >= 0 && name.indexOf('/') >= 0) {
      return Optional.of("mixes slashes and backslashes");
    }
    for (String part : parts(name)) {
      if (part.equals("..")) {
        return Optional.of("leads out of the chart by `..`");
      }
      if (part.length() >= 2 && part.charAt(1) == ':' && isLetter(part.charAt(0))) {
        return Optional.of("names a drive");
      }
    }
    return Optional.empty();
  }

  private static boolean hasControls(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    char lower = Character.toLowerCase(c);
    return lower >= 'a' && lower <= 'z';
  }

  /** An archive made on Windows may have backslashes for slashes. */
  private static String[] parts(String name) {
    return name.replace('\\', '/').split("/");
  }

  private static EntryPath accepted(String name) {
    String[] parts = parts(name);
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      if (!parts[i].isEmpty() && !parts[i].equals(".")) {
        path.append(path.isEmpty() ? "" : "/").append(parts[i]);
      }
    }
    return path.isEmpty()
        ? new EntryPath("", "lies beside the chart's folder, not in it")
        : new EntryPath(path.toString(), "");
  }

  /** A name that a terminal can take. */
  static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (Character.isISOControl(c)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
