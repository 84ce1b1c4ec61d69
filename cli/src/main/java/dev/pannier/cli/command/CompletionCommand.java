package dev.pannier.cli.command;

import dev.pannier.cli.option.BashCompletion;
import dev.pannier.cli.option.CompletionModel;
import dev.pannier.cli.option.ConnectionFlags;
import dev.pannier.cli.option.FishCompletion;
import dev.pannier.cli.option.GlobalFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.option.ZshCompletion;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pannier completion}. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public Usage usage() {
    return Usage.of("completion", "Print a completion script for a shell.")
        .operands("bash|zsh|fish", 1, 1, Usage.Completes.NOTHING)
        .details("Verbs, flags, releases, namespaces and contexts are completed.")
        .examples(
            "source <(pannier completion bash)",
            "pannier completion zsh > \"${fpath[1]}/_pannier\"",
            "pannier completion fish > ~/.config/fish/completions/pannier.fish");
  }

  @Override
  public ExitCode run(Call call) {
    String shell = call.arguments().operand(0);
    call.print(
        switch (shell) {
          case "bash" -> BashCompletion.script(model());
          case "zsh" -> ZshCompletion.script(model());
          case "fish" -> FishCompletion.script(model());
          case "contexts" -> lines(KubernetesBackend.contexts(call));
          case "namespaces" -> lines(Clusters.namespaces(call));
          default -> {
            String meant = Suggestion.didYouMean(shell, SHELLS);
            throw UsageProblem.of(
                "cli.operand-value",
                "There is no completion for `" + shell + "`.",
                meant.isEmpty() ? "There is one for bash, zsh and fish." : meant);
          }
        });
    return ExitCode.DONE;
  }

  /** What the scripts ask for. */
  private static String lines(List<String> names) {
    return names.isEmpty() ? "" : String.join("\n", names) + "\n";
  }

  private static CompletionModel model() {
    List<Usage> usages = new ArrayList<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String verb : Verbs.ALL) {
      usages.add(Verbs.usage(verb));
      String first = verb.split(" ")[0];
      Verbs.aliases(verb).forEach(alias -> aliases.put(alias.split(" ")[0], first));
    }
    return new CompletionModel(usages, GlobalFlags.GROUP, ConnectionFlags.GROUP, aliases);
  }
}
