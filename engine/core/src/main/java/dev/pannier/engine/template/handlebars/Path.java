package dev.pannier.engine.template.handlebars;

import java.util.ArrayList;
import java.util.List;

/**
 * A path as templates write it: {@code Values.image.tag}, {@code ../name}, {@code @root.Release},
 * {@code list.[0]}.
 *
 * @param text as written
 * @param up how many {@code ../} it begins with
 * @param data whether its first key names data of the loop, such as {@code @index}
 * @param local whether it begins with {@code this} or {@code ./}, so that no block parameter counts
 */
record Path(String text, int up, boolean data, boolean local, List<String> keys) {

  static Path parse(String text) {
    String rest = text;
    int up = 0;
    boolean data = rest.startsWith("@");
    if (data) {
      rest = rest.substring(1);
    }
    while (rest.startsWith("../") || rest.equals("..")) {
      up++;
      rest = rest.equals("..") ? "" : rest.substring(3);
    }
    if (!data && rest.startsWith("@")) {
      data = true;
      rest = rest.substring(1);
    }
    boolean local = false;
    if (rest.startsWith("./")) {
      local = true;
      rest = rest.substring(2);
    }
    List<String> keys = keys(rest);
    if (!keys.isEmpty() && keys.getFirst().equals("this") && rest.startsWith("this")) {
      local = true;
      keys.removeFirst();
    }
    return new Path(text, up, data, local || up > 0 || keys.isEmpty(), List.copyOf(keys));
  }

  private static List<String> keys(String text) {
    List<String> keys = new ArrayList<>(4);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.' || c == '/') {
        at++;
      } else if (c == '[') {
        int end = text.indexOf(']', at);
        int until = end < 0 ? text.length() : end;
        keys.add(text.substring(at + 1, until));
        at = until + 1;
      } else {
        int end = at;
        while (end < text.length() && "./[".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        keys.add(text.substring(at, end));
        at = end;
      }
    }
    return keys;
  }

  /** The path up to and including a key. */
  String upTo(int key) {
    String head = data ? "@" : "";
    return "../".repeat(up) + head + String.join(".", keys.subList(0, key + 1));
  }
}
