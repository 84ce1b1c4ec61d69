package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.TemplateHelper;
import dev.pannier.engine.TemplateHelpers;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/** {@code pannier helpers}. */
final class HelpersCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("helpers", "Print what templates can call, or all about one helper.")
        .operands("[NAME]", 0, 1, Usage.Completes.HELPERS)
        .details(
            "Without a NAME, a line for each helper; with one, how it is called, what it gives, an"
                + " example, and what it does unlike Helm.")
        .examples("pannier helpers", "pannier helpers trunc", "pannier helpers Files.Get -o json")
        .group("Flags", Flag.of("-q, --short", "print names only"), ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    HelperText text = new HelperText(call.outputPaint(), call.shell().width());
    if (!call.arguments().operands().isEmpty()) {
      TemplateHelper helper = find(call.arguments().operand(0));
      call.print(call.format().write(text.page(helper), HelperText.data(helper)));
    } else if (call.arguments().on("--short")) {
      List<String> names = TemplateHelpers.names();
      call.print(call.format().write(String.join("\n", names) + "\n", Node.of(names)));
    } else {
      List<TemplateHelper> all = TemplateHelpers.all();
      call.print(call.format().write(text.overview(all), HelperText.data(all)));
    }
    return ExitCode.DONE;
  }

  private static TemplateHelper find(String name) {
    return TemplateHelpers.find(name)
        .orElseThrow(() -> {
          String meant = Suggestion.didYouMean(name, TemplateHelpers.names());
          return Problem.error("template.unknown-helper", "There is no helper `" + name + "`.")
              .hint(meant.isEmpty() ? "`pannier helpers` prints them all." : meant)
              .exception();
        });
  }
}
