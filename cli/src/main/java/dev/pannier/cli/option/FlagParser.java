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
 * Tells flags and operands apart. The only user of picocli, whose model it builds by code, for one
 * command at a time: reflection over all of them would cost more than most commands do. A class of
 * its own, because a JVM that checks a class loads all that its handlers catch.
 */
final class FlagParser {
  private final String verb;
  private final Map<String, Flag> flags;

  /**
   * A parser of one command's flags.
   *
   * @param flags by each of their names
   */
  FlagParser(String verb, Map<String, Flag> flags) {
    this.verb = verb;
    this.flags = flags;
  }

  Arguments parse(List<String> words) {
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
      throw UsageProblem.of(e.getMessage() + ".", UsageProblem.seeHelp(verb));
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
        "`" + name + "` is not a flag of `pannier " + verb + "`.",
        meant.isEmpty() ? UsageProblem.seeHelp(verb) : meant);
  }

  private ChartException missing(MissingParameterException e) {
    @Nullable Flag flag =
        e.getMissing().getFirst() instanceof OptionSpec option
            ? flags.get(option.longestName())
            : null;
    if (flag == null) {
      return UsageProblem.of(e.getMessage() + ".", UsageProblem.seeHelp(verb));
    }
    return UsageProblem.of(
        "`" + flag.name() + "` needs a value.",
        "Write `" + flag.name() + " " + flag.placeholder() + "`: " + flag.description() + ".");
  }
}
