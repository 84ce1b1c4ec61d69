package dev.pannier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a shell that runs {@code pannier}, read as a shell does: variables before it, words
 * with quotes, and a file that the output goes to.
 *
 * @param variables set for this command
 * @param words after {@code pannier}
 * @param output the file behind {@code >}; empty where there is none
 */
record ShellWords(Map<String, String> variables, List<String> words, String output) {

  static ShellWords of(String line) {
    List<String> words = split(line);
    Map<String, String> variables = new LinkedHashMap<>();
    while (words.getFirst().matches("[A-Z_]+=.*")) {
      String[] pair = words.removeFirst().split("=", 2);
      variables.put(pair[0], pair[1]);
    }
    if (!words.removeFirst().equals("pannier")) {
      throw new IllegalArgumentException(line);
    }
    int redirect = words.indexOf(">");
    String output = redirect < 0 ? "" : words.get(redirect + 1);
    return new ShellWords(
        variables, redirect < 0 ? words : List.copyOf(words.subList(0, redirect)), output);
  }

  /** Whether a line runs {@code pannier} and nothing else. */
  static boolean isPannier(String line) {
    return line.matches("([A-Z_]+=\\S* )*pannier .*");
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean inside = false;
    for (char c : line.toCharArray()) {
      if (quote == 0 && c == ' ') {
        if (inside) {
          words.add(word.toString());
        }
        word.setLength(0);
        inside = false;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inside = true;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
        inside = true;
      }
    }
    if (inside) {
      words.add(word.toString());
    }
    return words;
  }
}
