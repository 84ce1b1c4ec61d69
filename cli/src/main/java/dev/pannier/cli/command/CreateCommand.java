package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.NewChart;
import dev.pannier.engine.authoring.Starter;
import dev.pannier.engine.authoring.StarterFolder;
import dev.pannier.engine.authoring.StarterKind;
import dev.pannier.engine.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code pannier create}. */
final class CreateCommand implements Command {

  @Override
  public Usage usage() {
    List<String> kinds = new ArrayList<>();
    for (StarterKind kind : StarterKind.values()) {
      kinds.add("`" + kind.word() + "`, " + kind.purpose());
    }
    return Usage.of("create", "Begin a chart.")
        .operands("NAME", 1, 1, Usage.Completes.FILES)
        .details(
            "The chart begins as a starter: "
                + String.join("; ", kinds)
                + ". It comes with a schema, a README and tests, and can be installed as it is. A"
                + " folder of your own is a starter too: `<CHARTNAME>` in its files becomes the"
                + " name.")
        .examples(
            "pannier create shop",
            "pannier create charts/orders --starter stateful",
            "pannier create shop --starter ~/starters/team")
        .group(
            "Flags",
            Flag.of("-p, --starter KIND", "what it begins as: a kind or a folder (default web)"));
  }

  @Override
  public ExitCode run(Call call) {
    String shown = withoutSlash(call.arguments().operands().getFirst());
    Path folder = call.shell().path(shown).toAbsolutePath().normalize();
    Starter starter = starter(call, call.arguments().text("--starter", "web"));
    List<String> made = NewChart.make(folder, shown, starter);
    String name = String.valueOf(folder.getFileName());
    StringBuilder out = new StringBuilder("Creating ").append(shown).append('\n');
    made.forEach(file -> out.append("  ").append(file).append('\n'));
    call.print(out.append('\n').append(next(name, shown, starter)).toString());
    return ExitCode.DONE;
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Starter starter(Call call, String word) {
    if (StarterKind.of(word).isPresent()) {
      return StarterKind.of(word).get();
    }
    Path folder = call.shell().path(word);
    if (Files.isDirectory(folder)) {
      return new StarterFolder(folder, word);
    }
    throw Problem.error(
            "authoring.no-starter", "`" + word + "` is neither a kind of starter nor a folder.")
        .hint(
            StarterKind.nearest(word)
                .map(kind -> "Did you mean `" + kind + "`?")
                .orElse("There are `" + String.join("`, `", StarterKind.words()) + "`."))
        .exception();
  }

  private static String next(String name, String shown, Starter starter) {
    String chart = starter == StarterKind.LIBRARY ? shown + "/example" : shown;
    return """
    Next:
      pannier lint %2$s
      pannier test --unit %2$s
      pannier template %1$s %2$s
      pannier install %1$s %2$s --sandbox ./sandbox
    """
        .formatted(name, chart);
  }
}
