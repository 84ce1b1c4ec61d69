package dev.pannier.cli.option;

import java.util.Locale;
import java.util.Map;

/** Completion for zsh, each verb and flag with its description. */
public final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef pannier
      # zsh completion for pannier

      _pannier_names() {
        local -a context names
        local i
        for ((i = 2; i < CURRENT; i++)); do
          case ${words[i]} in
            %s) context+=("${words[i]}" "${words[i+1]}") ;;
          esac
        done
        names=(${(f)"$(pannier "$@" "${context[@]}" 2>/dev/null)"})
        compadd -a names
      }

      _pannier_releases() {
        _pannier_names list -q
      }

      _pannier_operands() {
        case $1 in
          files) _files ;;
          helpers) compadd -- ${(f)"$(pannier helpers -q 2>/dev/null)"} ;;
          releases) _pannier_releases ;;
          release_then_files) if (( ${#operands} == 0 )); then _pannier_releases; else _files; fi ;;
        esac
      }

      """;

  private static final String TAIL =
      """
        if [[ $PREFIX == -* ]]; then
          (( ${#PREFIX} > 2 )) && flags+=("${rare[@]}")
          _describe -o flag flags
        else
          _pannier_operands $kind
        fi
      }

      if [ "$funcstack[1]" = "_pannier" ]; then
        _pannier "$@"
      else
        compdef _pannier pannier
      fi
      """;

  private ZshCompletion() {}

  /** The script. */
  public static String script(CompletionModel model) {
    StringBuilder out = new StringBuilder(HEAD.formatted(String.join("|", model.namesOfTargets())));
    out.append("_pannier() {\n  local -a verbs operands flags rare\n  local i kind verb\n");
    out.append("  rare=(\n");
    for (Flag flag : model.rare().flags()) {
      flag.names().forEach(name -> entry(out, "    ", name, flag.description()));
    }
    out.append("  )\n");
    out.append("  for ((i = 2; i < CURRENT; i++)); do\n    case ${words[i]} in\n      ");
    out.append(String.join("|", model.valuesByName().keySet())).append(") ((i++)) ;;\n");
    out.append("      -*) ;;\n      *) operands+=(${words[i]}) ;;\n    esac\n  done\n");
    values(model, out);
    out.append("  if (( ${#operands} == 0 )) && [[ $PREFIX != -* ]]; then\n    verbs=(\n");
    model.firstWords().forEach((word, purpose) -> entry(out, "      ", word, purpose));
    out.append("    )\n    _describe command verbs\n    return\n  fi\n");
    out.append("  verb=${operands[1]}\n  case $verb in\n");
    model.aliases().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(alias ->
            out.append("    ")
                .append(alias.getKey())
                .append(") verb=")
                .append(alias.getValue())
                .append(" ;;\n"));
    out.append("  esac\n  shift operands\n");
    groups(model, out);
    out.append("  case $verb in\n");
    for (Usage usage : model.usages()) {
      verb(usage, model, out);
    }
    return out.append("  esac\n").append(TAIL).toString();
  }

  private static void values(CompletionModel model, StringBuilder out) {
    out.append("  case ${words[CURRENT-1]} in\n");
    model
        .valuesByName()
        .forEach((name, value) -> {
          String action =
              switch (value) {
                case CompletionModel.Value.Words known ->
                    "compadd " + String.join(" ", known.words());
                case CompletionModel.Value.Names names ->
                    "_pannier_names completion " + names.what();
                case CompletionModel.Value.File _, CompletionModel.Value.Any _ -> "";
              };
          if (!action.isEmpty()) {
            out.append("    ").append(name).append(") ").append(action).append("; return ;;\n");
          }
        });
    out.append("    ").append(String.join("|", model.namesOfFiles()));
    out.append(") _files; return ;;\n    ");
    out.append(String.join("|", model.namesOfOthers())).append(") return ;;\n  esac\n");
  }

  private static void groups(CompletionModel model, StringBuilder out) {
    for (String first : model.firstWords().keySet()) {
      Map<String, Usage> group = model.group(first);
      if (!group.isEmpty()) {
        out.append("  if [[ $verb == ").append(first).append(" ]]; then\n");
        out.append("    if (( ${#operands} == 0 )) && [[ $PREFIX != -* ]]; then\n");
        out.append("      verbs=(\n");
        group.forEach((word, usage) -> entry(out, "        ", word, usage.purpose()));
        out.append("      )\n      _describe command verbs\n      return\n    fi\n");
        out.append("    verb=\"").append(first).append(" ${operands[1]}\"\n");
        out.append("    shift operands\n  fi\n");
      }
    }
  }

  private static void verb(Usage usage, CompletionModel model, StringBuilder out) {
    out.append("    ").append(usage.verb().replace(" ", "\\ ")).append(")\n      kind=");
    out.append(usage.completes().name().toLowerCase(Locale.ROOT)).append("\n      flags=(\n");
    for (Flag flag : model.flags(usage)) {
      flag.names().forEach(name -> entry(out, "        ", name, flag.description()));
    }
    out.append("      ) ;;\n");
  }

  private static void entry(StringBuilder out, String indent, String word, String description) {
    String text = description.replace("'", "'\\''").replace(":", "\\:");
    out.append(indent).append('\'').append(word).append(':').append(text).append("'\n");
  }
}
