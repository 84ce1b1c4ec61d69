package dev.pannier.kubernetes.api;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code Warning} headers (RFC 7234, 5.5): {@code 299 - "text"}, several behind commas. */
final class WarningHeader {

  private WarningHeader() {}

  /** The quoted texts of a header, each second quoted string behind a text being its date. */
  static List<String> texts(String header) {
    List<String> texts = new ArrayList<>();
    int at = 0;
    while (at < header.length()) {
      int open = header.indexOf('"', at);
      if (open < 0) {
        return texts;
      }
      StringBuilder text = new StringBuilder();
      int end = quoted(header, open, text);
      texts.add(text.toString());
      int comma = header.indexOf(',', end);
      int date = header.indexOf('"', end);
      if (date >= 0 && (comma < 0 || date < comma)) {
        comma = header.indexOf(',', quoted(header, date, new StringBuilder()));
      }
      at = comma < 0 ? header.length() : comma + 1;
    }
    return texts;
  }

  private static int quoted(String header, int open, StringBuilder text) {
    int at = open + 1;
    while (at < header.length() && header.charAt(at) != '"') {
      if (header.charAt(at) == '\\' && at + 1 < header.length()) {
        at++;
      }
      text.append(header.charAt(at++));
    }
    return at + 1;
  }
}
