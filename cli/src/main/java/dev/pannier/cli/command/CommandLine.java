package dev.pannier.cli.command;

import dev.pannier.cli.option.GlobalFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line taken apart.
 *
 * @param verb one word or two, under its own name; a group alone where the second word is missing
 * @param words all others, in their order
 */
record CommandLine(String verb, List<String> words) {

  /**
   * Finds the verb, which flags of everywhere may precede.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when there is no such verb
   */
  static CommandLine of(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    int first = firstOperand(words, 0);
    if (first == words.size()) {
      return new CommandLine(words.contains("--version") ? "version" : "help", List.of());
    }
    String verb = Verbs.canonical(words.remove(first));
    if (Verbs.isGroup(verb)) {
      int second = firstOperand(words, first);
      if (second == words.size()) {
        return new CommandLine(verb, words);
      }
      verb = verb + " " + words.remove(second);
    }
    if (!Verbs.ALL.contains(verb)) {
      throw unknown(verb);
    }
    return new CommandLine(verb, words);
  }

  private static int firstOperand(List<String> words, int from) {
    int i = from;
    while (i < words.size() && words.get(i).startsWith("-")) {
      i += GlobalFlags.takesNextWord(words.get(i)) ? 2 : 1;
    }
    return Math.min(i, words.size());
  }

  private static RuntimeException unknown(String verb) {
    int space = verb.indexOf(' ');
    if (space < 0) {
      String meant = Suggestion.didYouMean(verb, Verbs.firstWords());
      return UsageProblem.of(
          "cli.unknown-command",
          "`" + verb + "` is not a command of pannier.",
          meant.isEmpty() ? "`pannier --help` lists them." : meant);
    }
    String group = verb.substring(0, space);
    List<String> known = Verbs.secondWords(group);
    String meant = Suggestion.didYouMean(verb.substring(space + 1), known);
    return UsageProblem.of(
        "cli.unknown-command",
        "`" + verb.substring(space + 1) + "` is nothing that `pannier " + group + "` knows.",
        meant.isEmpty() ? "It knows `" + String.join("`, `", known) + "`." : meant);
  }
}
