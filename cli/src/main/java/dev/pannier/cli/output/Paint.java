package dev.pannier.cli.output;

import dev.pannier.engine.problem.Severity;

/** Colours, or none. */
public enum Paint {
  PLAIN,
  COLORED;

  private static final char ESCAPE = 0x1b;

  /** Colours where they are wanted. */
  public static Paint of(boolean colored) {
    return colored ? COLORED : PLAIN;
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> error(text);
      case WARNING -> warning(text);
      case INFO -> info(text);
    };
  }

  String error(String text) {
    return wrap("1;31", text);
  }

  String warning(String text) {
    return wrap("1;33", text);
  }

  String info(String text) {
    return wrap("1;36", text);
  }

  String good(String text) {
    return wrap("32", text);
  }

  String bad(String text) {
    return wrap("31", text);
  }

  String change(String text) {
    return wrap("33", text);
  }

  /** Frames and places: there, but not in the foreground. */
  String frame(String text) {
    return wrap("34", text);
  }

  String key(String text) {
    return wrap("36", text);
  }

  String number(String text) {
    return wrap("33", text);
  }

  public String strong(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
  }
}
