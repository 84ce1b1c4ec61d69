package dev.pannier.engine.template.helper;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths with slashes on any machine, with the results of Go's package path. */
final class SlashPath {

  private SlashPath() {}

  static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  static String ext(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> up(parts, rooted);
        default -> parts.addLast(part);
      }
    }
    String joined = (rooted ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }

  private static void up(Deque<String> parts, boolean rooted) {
    String last = parts.peekLast();
    if (last != null && !last.equals("..")) {
      parts.removeLast();
    } else if (!rooted) {
      parts.addLast("..");
    }
  }
}
