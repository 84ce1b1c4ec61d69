package dev.pannier.cli.option;

import java.util.Map;

/** Completion for fish, each verb and flag with its description. */
public final class FishCompletion {
  private static final String HEAD =
      """
      # fish completion for pannier
      function __pannier_names
          set -l context
          set -l words (commandline -opc)
          for i in (seq (count $words))
              if contains -- $words[$i] %s
                  set -a context $words[$i] $words[(math $i + 1)]
              end
          end
          pannier $argv $context 2>/dev/null
      end
      complete -c pannier -f
      """;

  private FishCompletion() {}

  /** The script. */
  public static String script(CompletionModel model) {
    StringBuilder out = new StringBuilder(HEAD.formatted(String.join(" ", model.namesOfTargets())));
    for (Map.Entry<String, String> word : model.firstWords().entrySet()) {
      line(out, "__fish_use_subcommand", "-a " + word.getKey(), word.getValue());
    }
    for (String first : model.firstWords().keySet()) {
      Map<String, Usage> group = model.group(first);
      String seconds = String.join(" ", group.keySet());
      group.forEach((second, usage) ->
          line(
              out,
              "__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s"
                  .formatted(first, seconds),
              "-a " + second,
              usage.purpose()));
    }
    for (Usage usage : model.usages()) {
      verb(usage, model, out);
    }
    for (Flag flag : model.global().flags()) {
      flag(out, "", flag);
    }
    for (Flag flag : model.rare().flags()) {
      flag(out, "string match -qr -- \"^--.\" (commandline -ct)", flag);
    }
    return out.toString();
  }

  private static void verb(Usage usage, CompletionModel model, StringBuilder out) {
    String[] words = usage.verb().split(" ");
    StringBuilder condition = new StringBuilder("__fish_seen_subcommand_from ").append(words[0]);
    model.aliases().entrySet().stream()
        .filter(alias -> alias.getValue().equals(words[0]))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(alias -> condition.append(' ').append(alias));
    if (words.length == 2) {
      condition.append("; and __fish_seen_subcommand_from ").append(words[1]);
    }
    for (Flag flag : usage.flags()) {
      if (!flag.hidden()) {
        flag(out, condition.toString(), flag);
      }
    }
    switch (usage.completes()) {
      case NOTHING -> {}
      case FILES -> line(out, condition.toString(), "-F", "");
      case HELPERS ->
          line(out, condition.toString(), "-a '(pannier helpers -q 2>/dev/null)'", "Helper");
      case RELEASES -> line(out, condition.toString(), "-a '(__pannier_names list -q)'", "Release");
      case RELEASE_THEN_FILES -> {
        line(out, condition.toString(), "-a '(__pannier_names list -q)'", "Release");
        line(out, condition.toString(), "-F", "");
      }
    }
  }

  private static void flag(StringBuilder out, String condition, Flag flag) {
    StringBuilder names = new StringBuilder();
    for (String name : flag.names()) {
      names.append(name.startsWith("--") ? "-l " : "-s ");
      names.append(name.substring(name.startsWith("--") ? 2 : 1)).append(' ');
    }
    if (!flag.takesNoWord()) {
      names.append(
          switch (CompletionModel.value(flag)) {
            case CompletionModel.Value.File _ -> "-r -F ";
            case CompletionModel.Value.Any _ -> "-x ";
            case CompletionModel.Value.Names known ->
                "-x -a '(__pannier_names completion " + known.what() + ")' ";
            case CompletionModel.Value.Words known ->
                "-x -a '" + String.join(" ", known.words()) + "' ";
          });
    }
    line(out, condition, names.toString().strip(), flag.description());
  }

  private static void line(StringBuilder out, String condition, String what, String description) {
    out.append("complete -c pannier");
    if (!condition.isEmpty()) {
      out.append(" -n '").append(condition).append('\'');
    }
    out.append(' ').append(what);
    if (!description.isEmpty()) {
      out.append(" -d '")
          .append(description.replace("\\", "\\\\").replace("'", "\\'"))
          .append('\'');
    }
    out.append('\n');
  }
}
