package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.YamlComment;
import java.util.List;

/** What a line of a comment looks like. */
final class CommentLine {

  private static final String RULES = "#=-*~_+ ";

  /** What `helm create` writes at the top of every values.yaml. */
  private static final List<String> BOILERPLATE =
      List.of(
          "Default values for ",
          "This is a YAML-formatted file",
          "Declare variables to be passed into your templates",
          "Declare name/value pairs to be passed into your templates");

  private CommentLine() {}

  /** The text of a comment without further {@code #}s and blanks around it. */
  static String plain(YamlComment comment) {
    String text = comment.text();
    int start = 0;
    while (start < text.length() && text.charAt(start) == '#') {
      start++;
    }
    return text.substring(start).strip();
  }

  /** A ruled line: {@code #########}, {@code # ------}. */
  static boolean isRule(YamlComment comment) {
    String text = comment.text().strip();
    return text.length() >= 3 && text.chars().allMatch(c -> RULES.indexOf(c) >= 0);
  }

  /** The title in a ruled line: {@code # ---- Storage ----}; empty where there is none. */
  static String ruledTitle(YamlComment comment) {
    String text = comment.text().strip();
    int start = 0;
    while (start < text.length() && RULES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = text.length();
    while (end > start && RULES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return start >= 3 && text.length() - end >= 2 ? text.substring(start, end) : "";
  }

  static boolean isBoilerplate(String plain) {
    return BOILERPLATE.stream().anyMatch(plain::startsWith);
  }

  /** Whether it is rather a piece of YAML, or leads to one, than a sentence. */
  static boolean isExample(String plain) {
    String text = plain.startsWith("- ") ? plain.substring(2).strip() : plain;
    if (isLeadIn(text) || text.startsWith("http://") || text.startsWith("https://")) {
      return true;
    }
    int colon = text.indexOf(':');
    if (colon < 1 || !isKey(text.substring(0, colon))) {
      return text.startsWith("{") && text.endsWith("}");
    }
    String value = text.substring(colon + 1);
    if (!value.isEmpty() && value.charAt(0) != ' ') {
      return false;
    }
    String said = value.strip();
    return said.isEmpty()
        || said.indexOf(' ') < 0
        || "\"'[{|>&*!".indexOf(said.charAt(0)) >= 0
        || said.indexOf(" #") > 0;
  }

  private static boolean isLeadIn(String text) {
    String word = text.toLowerCase(java.util.Locale.ROOT);
    return word.startsWith("ref:")
        || word.startsWith("e.g:")
        || word.startsWith("e.g.:")
        || word.startsWith("example:")
        || word.startsWith("examples:")
        || word.startsWith("for example:");
  }

  private static boolean isKey(String text) {
    return text.chars()
        .allMatch(c ->
            c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "._-/\"'".indexOf(c) >= 0);
  }
}
