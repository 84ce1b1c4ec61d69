package dev.pannier.cli.option;

import java.util.List;
import java.util.Map;

/** A command line as read: flags under any of their names, and operands. */
public final class Arguments {
  private final Map<String, Flag> known;
  private final Map<Flag, List<String>> given;
  private final List<String> operands;

  /**
   * A command line.
   *
   * @param known the command's flags by each of their names
   * @param given the values of those that were given, in their order
   */
  Arguments(Map<String, Flag> known, Map<Flag, List<String>> given, List<String> operands) {
    this.known = known;
    this.given = given;
    this.operands = List.copyOf(operands);
  }

  /** Every value of a flag, in the order of the command line. */
  public List<String> all(String name) {
    Flag flag = known.get(name);
    if (flag == null) {
      throw new IllegalArgumentException("the command has no flag " + name);
    }
    return given.getOrDefault(flag, List.of());
  }

  /** Whether the command has such a flag. */
  public boolean knows(String name) {
    return known.containsKey(name);
  }

  /** Whether a flag was given, whatever it says. */
  public boolean has(String name) {
    return !all(name).isEmpty();
  }

  /** The last value of a flag; empty where it was not given. */
  public String text(String name) {
    return text(name, "");
  }

  /** The last value of a flag, or what it is when not given. */
  public String text(String name, String otherwise) {
    List<String> values = all(name);
    return values.isEmpty() ? otherwise : values.getLast();
  }

  /**
   * Whether a switch is on.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is given something else than yes or
   *     no
   */
  public boolean on(String name) {
    String said = text(name, "false");
    return switch (said) {
      case "true", "1", "t", "T", "TRUE", "True" -> true;
      case "false", "0", "f", "F", "FALSE", "False" -> false;
      default ->
          throw UsageProblem.of(
              "cli.flag-value",
              "`" + name + "` is either on or off, but is set to `" + said + "`.",
              "Write `" + name + "` or `" + name + "=false`.");
    };
  }

  /**
   * The value of a flag that takes a number.
   *
   * @param otherwise what it is when not given
   */
  public int number(String name, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, together with negative ones.
    }
    throw UsageProblem.of(
        "cli.flag-value",
        "`" + name + "` takes a whole number from 0 on, but is set to `" + text + "`.",
        "");
  }

  /**
   * The value of a flag that knows a few words.
   *
   * @param otherwise what it is when not given
   */
  public String word(String name, String otherwise, String... words) {
    String text = text(name, otherwise);
    for (String word : words) {
      if (word.equals(text)) {
        return word;
      }
    }
    throw UsageProblem.of(
        "cli.flag-value",
        "`" + name + "` does not know `" + text + "`.",
        "It takes one of `" + String.join("`, `", words) + "`.");
  }

  /** The operands, in order. */
  public List<String> operands() {
    return operands;
  }

  /** An operand counted from 0. */
  public String operand(int index) {
    return operands.get(index);
  }
}
