package dev.pannier.cli.option;

import dev.pannier.engine.problem.ChartException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the words that follow a verb. */
public final class CommandLineReader {
  private final Usage usage;
  private final Map<String, Flag> flags = new LinkedHashMap<>();

  private CommandLineReader(Usage usage, List<Flag> global) {
    this.usage = usage;
    for (Flag flag : usage.flags()) {
      flag.allNames().forEach(name -> flags.put(name, flag));
    }
    for (Flag flag : global) {
      flag.allNames().forEach(name -> flags.putIfAbsent(name, flag));
    }
  }

  /**
   * Reads words by a command's usage.
   *
   * @param global flags that every command has
   * @throws ChartException of reason USAGE, naming what does not fit and what was likely meant
   */
  public static Arguments read(Usage usage, List<Flag> global, List<String> words) {
    return new CommandLineReader(usage, global).read(words);
  }

  private Arguments read(List<String> words) {
    Arguments arguments = new FlagParser(usage.verb(), flags, words).parse();
    if (!flags.containsKey("--help") || !arguments.on("--help")) {
      checkCount(arguments.operands());
    }
    return arguments;
  }

  private void checkCount(List<String> operands) {
    if (operands.size() < usage.least()) {
      throw UsageProblem.of(
          "cli.missing-operand",
          "`pannier " + usage.verb() + "` needs " + usage.operands() + ".",
          UsageProblem.seeHelp(usage.verb()));
    }
    if (operands.size() > usage.most()) {
      String takes = usage.operands().isEmpty() ? "no operands" : "only " + usage.operands();
      throw UsageProblem.of(
          "cli.extra-operand",
          "`pannier "
              + usage.verb()
              + "` takes "
              + takes
              + ", but `"
              + operands.get(usage.most())
              + "` follows.",
          UsageProblem.seeHelp(usage.verb()));
    }
  }
}
