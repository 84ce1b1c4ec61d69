package dev.pannier.engine.template.helper;

import java.util.List;

/** What helpers are about, in the order in which the documentation tells them. */
public enum HelperGroup {
  LOGIC(
      "Logic and defaults",
      "and or not eq ne lt le gt ge default empty coalesce ternary all any required fail");

  private final String title;
  private final String names;

  HelperGroup(String title, String names) {
    this.title = title;
    this.names = names;
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** Whether a helper is of this group. */
  boolean has(String name) {
    int at = names.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean starts = at == 0 || names.charAt(at - 1) == ' ';
      if (starts && (end == names.length() || names.charAt(end) == ' ')) {
        return !name.isEmpty();
      }
      at = names.indexOf(name, at + 1);
    }
    return false;
  }

  /** The names of its helpers, in the order in which the documentation tells them. */
  public List<String> names() {
    return List.of(names.split(" "));
  }
}
