package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Completion for bash: one function that knows every verb and flag. */
public final class BashCompletion {
  private static final String HEAD =
      """
      # bash completion for pannier
      _pannier() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local -a words=() context=()
        local i operands kind flags second
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            %s)
              context+=("${COMP_WORDS[i]}" "${COMP_WORDS[i+1]}"); ((i++)) ;;
            %s) ((i++)) ;;
            -*) ;;
            *) words+=("${COMP_WORDS[i]}") ;;
          esac
        done
        case $previous in
          %s) COMPREPLY=($(compgen -f -- "$current")); return ;;
      """;

  private static final String TAIL =
      """
          *)
            COMPREPLY=($(compgen -W '%s' -- "$current")); return ;;
        esac
        if [[ $current == -* ]]; then
          [[ ${#current} -gt 2 ]] && flags+=' %s'
          COMPREPLY=($(compgen -W "$flags" -- "$current")); return
        fi
        case $kind$operands in
          files*|release_then_files1) COMPREPLY=($(compgen -f -- "$current")) ;;
          helpers0)
            COMPREPLY=($(compgen -W "$(pannier helpers -q 2>/dev/null)" -- "$current")) ;;
          releases*|release_then_files0)
            COMPREPLY=($(compgen -W "$(pannier list -q "${context[@]}" 2>/dev/null)" -- "$current")) ;;
        esac
      }
      complete -o filenames -o bashdefault -F _pannier pannier
      """;

  private BashCompletion() {}

  /** The script. */
  public static String script(CompletionModel model) {
    StringBuilder out = new StringBuilder();
    List<String> skipped = new ArrayList<>(model.valuesByName().keySet());
    skipped.removeAll(model.namesOfTargets());
    out.append(
        HEAD.formatted(
            String.join("|", model.namesOfTargets()),
            String.join("|", skipped),
            String.join("|", model.namesOfFiles())));
    model.valuesByName().forEach((name, value) -> words(name, value, out));
    out.append("    ").append(String.join("|", model.namesOfOthers())).append(") return ;;\n");
    out.append("  esac\n  case ${words[0]} in\n");
    model.firstWords().keySet().forEach(first -> verb(first, model, out));
    out.append(
        TAIL.formatted(
            String.join(" ", model.firstWords().keySet()), String.join(" ", model.rareNames())));
    return out.toString();
  }

  private static void words(String name, CompletionModel.Value value, StringBuilder out) {
    String words =
        switch (value) {
          case CompletionModel.Value.Words known -> "'" + String.join(" ", known.words()) + "'";
          case CompletionModel.Value.Names names ->
              "\"$(pannier completion " + names.what() + " \"${context[@]}\" 2>/dev/null)\"";
          case CompletionModel.Value.File _, CompletionModel.Value.Any _ -> "";
        };
    if (!words.isEmpty()) {
      out.append("    ").append(name).append(") COMPREPLY=($(compgen -W ").append(words);
      out.append(" -- \"$current\")); return ;;\n");
    }
  }

  private static void verb(String first, CompletionModel model, StringBuilder out) {
    List<String> names = new ArrayList<>(List.of(first));
    model
        .aliases()
        .forEach((alias, verb) -> {
          if (verb.equals(first)) {
            names.add(alias);
          }
        });
    names.subList(1, names.size()).sort(null);
    out.append("    ").append(String.join("|", names)).append(")\n");
    var group = model.group(first);
    if (group.isEmpty()) {
      for (Usage usage : model.usages()) {
        if (usage.verb().equals(first)) {
          out.append("      operands=$((${#words[@]} - 1)); ").append(state(usage, model));
        }
      }
      out.append(" ;;\n");
      return;
    }
    out.append("      operands=$((${#words[@]} - 2))\n      case ${words[1]} in\n");
    group.forEach((second, usage) ->
        out.append("        ")
            .append(second)
            .append(") ")
            .append(state(usage, model))
            .append(" ;;\n"));
    out.append("        *) COMPREPLY=($(compgen -W '")
        .append(String.join(" ", group.keySet()))
        .append("' -- \"$current\")); return ;;\n      esac ;;\n");
  }

  private static String state(Usage usage, CompletionModel model) {
    List<String> flags = new ArrayList<>();
    model.flags(usage).forEach(flag -> flags.addAll(flag.names()));
    return "kind="
        + usage.completes().name().toLowerCase(Locale.ROOT)
        + " flags='"
        + String.join(" ", flags)
        + "'";
  }
}
