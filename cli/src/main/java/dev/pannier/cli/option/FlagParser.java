package dev.pannier.cli.option;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells flags and operands apart, as pflag does, which Helm and kubectl read theirs by: the word
 * after a flag is its value whatever it looks like, short flags join ({@code -gojson}), and after
 * {@code --} come operands only. A flag whose value may be left out takes an attached one only:
 * {@code --wait web} means the release {@code web}.
 */
final class FlagParser {
  private final String verb;
  private final Map<String, Flag> flags;
  private final Map<Flag, List<String>> given = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> words;
  private int next;

  /**
   * A parser of one command line.
   *
   * @param flags the command's, by each of their names
   */
  FlagParser(String verb, Map<String, Flag> flags, List<String> words) {
    this.verb = verb;
    this.flags = flags;
    this.words = words;
  }

  Arguments parse() {
    while (next < words.size()) {
      String word = words.get(next++);
      if (word.equals("--")) {
        operands.addAll(words.subList(next, words.size()));
        next = words.size();
      } else if (word.startsWith("--")) {
        full(word);
      } else if (word.length() > 1 && word.startsWith("-")) {
        brief(word);
      } else {
        operands.add(word);
      }
    }
    return new Arguments(flags, given, operands);
  }

  private void full(String word) {
    int equals = word.indexOf('=');
    Flag flag = flag(equals < 0 ? word : word.substring(0, equals));
    if (equals >= 0) {
      give(flag, word.substring(equals + 1));
    } else {
      give(flag, flag.takesNoWord() ? flag.bare() : nextWord(flag));
    }
  }

  /** One short flag, or several of which all but the last take no value. */
  private void brief(String word) {
    for (int at = 1; at < word.length(); at++) {
      Flag flag = flag(at == 1 && !isKnown(word) ? word : "-" + word.charAt(at));
      String rest = word.substring(at + 1);
      if (rest.startsWith("=")) {
        give(flag, rest.substring(1));
        return;
      }
      if (!flag.takesNoWord()) {
        give(flag, rest.isEmpty() ? nextWord(flag) : rest);
        return;
      }
      give(flag, flag.bare());
    }
  }

  private boolean isKnown(String word) {
    return flags.containsKey(word.substring(0, 2));
  }

  private void give(Flag flag, String value) {
    given.computeIfAbsent(flag, _ -> new ArrayList<>()).add(value);
  }

  private Flag flag(String name) {
    Flag flag = flags.get(name);
    if (flag == null) {
      throw unknown(name);
    }
    return flag;
  }

  private String nextWord(Flag flag) {
    if (next == words.size()) {
      throw UsageProblem.of(
          "cli.flag-value",
          "`" + flag.name() + "` needs a value.",
          "Write `" + flag.name() + " " + flag.placeholder() + "`: " + flag.description() + ".");
    }
    return words.get(next++);
  }

  private ChartException unknown(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, Flag> flag : flags.entrySet()) {
      if (!flag.getValue().hidden() && flag.getKey().startsWith("--")) {
        shown.add(flag.getKey());
      }
    }
    String meant = name.startsWith("--") ? Suggestion.didYouMean(name, shown) : "";
    return UsageProblem.of(
        "cli.unknown-flag",
        "`" + name + "` is not a flag of `pannier " + verb + "`.",
        meant.isEmpty() ? UsageProblem.seeHelp(verb) : meant);
  }
}
