package dev.pannier.engine.unit;

/** A name in which {@code *} stands for any characters, slashes too, and {@code ?} for one. */
public record NamePattern(String text) {

  /** Whether a name is meant; a folder of cases means all that lie in it. */
  public boolean matches(String name) {
    return isWhole(name) || name.startsWith(text + "/");
  }

  /** Whether it means more than one name. */
  boolean isOpen() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /**
   * Whether the whole name fits. Goes back to the last star only, so that time grows with the
   * product of both lengths.
   */
  boolean isWhole(String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (at < name.length()) {
      if (in < text.length() && text.charAt(in) == '*') {
        star = in++;
        retry = at;
      } else if (in < text.length()
          && (text.charAt(in) == '?' || text.charAt(in) == name.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < text.length() && text.charAt(in) == '*') {
      in++;
    }
    return in == text.length();
  }
}
