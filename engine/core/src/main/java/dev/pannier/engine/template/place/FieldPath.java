package dev.pannier.engine.template.place;

import java.util.ArrayList;
import java.util.List;

/** Paths to fields as API servers write them. */
final class FieldPath {

  private FieldPath() {}

  /** The keys and indexes of {@code metadata.labels[app.kubernetes.io/name]}. */
  static List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      int end = at;
      if (c == '.') {
        at++;
      } else if (c == '[') {
        end = path.indexOf(']', at);
        end = end < 0 ? path.length() : end;
        String key = path.substring(at + 1, end);
        boolean quoted = key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '\'');
        keys.add(quoted ? key.substring(1, key.length() - 1) : key);
        at = Math.min(end + 1, path.length());
      } else {
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        keys.add(path.substring(at, end));
        at = end;
      }
    }
    return keys;
  }

  /** The number that a key is; -1 where it is none. */
  static int index(String key) {
    if (key.isEmpty() || key.length() > 9 || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Integer.parseInt(key);
  }
}
