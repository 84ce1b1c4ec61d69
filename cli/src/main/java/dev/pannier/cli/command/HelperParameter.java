package dev.pannier.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * An argument of a helper, read from its signature.
 *
 * @param name as the signature has it, without its brackets and dots
 * @param meaning what it is and whether it must be there
 */
record HelperParameter(String name, String meaning) {

  /** Those of {@code trunc length text}; none of what is no call, such as a block. */
  static List<HelperParameter> of(String signature) {
    List<HelperParameter> parameters = new ArrayList<>();
    String[] words = signature.split(" ");
    for (int i = 1; i < words.length && signature.indexOf('|') < 0; i++) {
      String name = words[i].replaceAll("[\\[\\]…]", "");
      if (!name.isEmpty()) {
        parameters.add(new HelperParameter(name, type(name) + number(words[i])));
      }
    }
    return parameters;
  }

  private static String number(String written) {
    boolean optional = written.startsWith("[");
    if (written.indexOf('…') >= 0) {
      return optional ? "; as many as you like, or none" : "; one or more";
    }
    return optional ? "; may be left out" : "";
  }

  private static String type(String name) {
    return switch (name) {
      case "value", "other", "item", "fallback", "then", "else" -> "anything";
      case "list" -> "a list";
      case "map" -> "a map";
      case "number", "divisor", "factor", "less" -> "a number";
      case "count",
          "width",
          "length",
          "start",
          "end",
          "step",
          "size",
          "days",
          "seconds",
          "places",
          "least",
          "left",
          "counter" ->
          "a whole number";
      case "duration", "unit" -> "a duration, such as 1h30m";
      case "time" -> "a time: a text of RFC 3339, or seconds since 1970";
      case "layout" -> "how 2006-01-02 15:04:05 would look";
      case "zone" -> "a time zone, such as Europe/Berlin";
      case "pattern" -> "a pattern";
      case "ips", "dns" -> "a list of strings";
      case "ca" -> "a map of Cert and Key";
      case "condition" -> "a boolean";
      case "key=value" -> "by name; as many as you like";
      case "context" -> "what the names in it are looked up in";
      default -> "a string";
    };
  }
}
