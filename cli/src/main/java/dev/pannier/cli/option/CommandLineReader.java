package dev.pannier.cli.option;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the words that follow a verb. The only user of picocli, whose model it builds by code, for
 * one command at a time: reflection over all of them would cost more than most commands do.
 */
public final class CommandLineReader {
  private final Usage usage;
  private final Map<String, Flag> flags = new LinkedHashMap<>();

  private CommandLineReader(Usage usage, List<Flag> global) {
    this.usage = usage;
    for (Flag flag : usage.flags()) {
      flag.names().forEach(name -> flags.put(name, flag));
    }
    for (Flag flag : global) {
      flag.names().forEach(name -> flags.putIfAbsent(name, flag));
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
    Arguments arguments = anyFlag(words) ? parsed(words) : new Arguments(flags, Map.of(), words);
    if (!flags.containsKey("--help") || !arguments.on("--help")) {
      checkCount(arguments.operands());
    }
    return arguments;
  }

  /** Without flags there is nothing to parse, and picocli need not even be loaded. */
  private static boolean anyFlag(List<String> words) {
    for (String word : words) {
      if (word.startsWith("-")) {
        return true;
      }
    }
    return false;
  }

  private Arguments parsed(List<String> words) {
    CommandSpec spec = CommandSpec.create();
    flags.values().stream().distinct().forEach(flag -> addTo(spec, flag));
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    // As Helm's flags do: the word after `--set` is its value, whatever it looks like.
    spec.parser().allowOptionsAsOptionParameters(true);
    CommandLine reader = new CommandLine(spec);
    reader.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
    try {
      return arguments(reader.parseArgs(words.toArray(String[]::new)));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst());
    } catch (MissingParameterException e) {
      throw missing(e);
    } catch (ParameterException e) {
      throw UsageProblem.of(e.getMessage() + ".", seeHelp());
    }
  }

  private static void addTo(CommandSpec spec, Flag flag) {
    if (!flag.takesNoWord()) {
      spec.addOption(option(flag.names()).arity("1").build());
      return;
    }
    List<String> brief = new ArrayList<>(flag.names());
    brief.removeIf(name -> name.startsWith("--"));
    List<String> full = new ArrayList<>(flag.names());
    full.removeAll(brief);
    // Apart, because picocli joins short flags (`-Aq`) only where they take no value at all.
    if (!brief.isEmpty()) {
      spec.addOption(
          OptionSpec.builder(brief.toArray(String[]::new)).type(Boolean.class).arity("0").build());
    }
    spec.addOption(
        option(full)
            .arity("0..1")
            .preprocessor((stack, _, _, info) -> bareValue(flag, stack, info))
            .build());
  }

  private static OptionSpec.Builder option(List<String> names) {
    return OptionSpec.builder(names.toArray(String[]::new))
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  /**
   * Gives a flag its value unless one is attached to it; picocli would take the next word, and
   * {@code --wait web} means the release {@code web}.
   */
  private static boolean bareValue(Flag flag, Stack<String> stack, Map<String, Object> info) {
    if (!"=".equals(info.get("separator"))) {
      stack.push(flag.bare());
    }
    return false;
  }

  private Arguments arguments(ParseResult result) {
    Map<Flag, List<String>> given = new LinkedHashMap<>();
    for (OptionSpec option : result.matchedOptionsSet()) {
      Flag flag = flags.get(option.longestName());
      if (flag != null) {
        given.put(
            flag,
            option.getValue() instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of(flag.bare()));
      }
    }
    List<String> operands = new ArrayList<>();
    for (ArgSpec positional : result.matchedPositionalsSet()) {
      operands.addAll(positional.<List<String>>getValue());
    }
    return new Arguments(flags, given, operands);
  }

  private void checkCount(List<String> operands) {
    if (operands.size() < usage.least()) {
      throw UsageProblem.of(
          "`pannier " + usage.verb() + "` needs " + usage.operands() + ".", seeHelp());
    }
    if (operands.size() > usage.most()) {
      String takes = usage.operands().isEmpty() ? "no operands" : "only " + usage.operands();
      throw UsageProblem.of(
          "`pannier "
              + usage.verb()
              + "` takes "
              + takes
              + ", but `"
              + operands.get(usage.most())
              + "` follows.",
          seeHelp());
    }
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
        "`" + name + "` is not a flag of `pannier " + usage.verb() + "`.",
        meant.isEmpty() ? seeHelp() : meant);
  }

  private ChartException missing(MissingParameterException e) {
    @Nullable Flag flag =
        e.getMissing().getFirst() instanceof OptionSpec option
            ? flags.get(option.longestName())
            : null;
    if (flag == null) {
      return UsageProblem.of(e.getMessage() + ".", seeHelp());
    }
    return UsageProblem.of(
        "`" + flag.name() + "` needs a value.",
        "Write `" + flag.name() + " " + flag.placeholder() + "`: " + flag.description() + ".");
  }

  private String seeHelp() {
    return "`pannier " + usage.verb() + " --help` shows how to call it.";
  }
}
