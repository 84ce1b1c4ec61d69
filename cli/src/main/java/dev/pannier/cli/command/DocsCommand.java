package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.authoring.AuthoredChart;
import dev.pannier.engine.authoring.ReadmeProposal;
import java.util.List;

/** {@code pannier docs}. */
final class DocsCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("docs", "Keep the table of values in a chart's README.")
        .operands("CHART...", 0, Usage.MANY, Usage.Completes.FILES)
        .details(
            "The table stands between the lines `<!-- values -->` and `<!-- /values -->` of"
                + " README.md, and comes at its end where there are none. It is made from"
                + " values.yaml, its comments and the schema. A chart without a README gets one."
                + " Without a CHART, the working directory is one.")
        .examples("pannier docs charts/web", "pannier docs charts/* --check")
        .group(
            "Flags",
            Flag.of("--check", "write nothing; show what would change, and exit with 3 if any"));
  }

  @Override
  public ExitCode run(Call call) {
    return new Proposals(call).run(DocsCommand::proposed);
  }

  private static List<Proposals.Proposed> proposed(AuthoredChart chart) {
    ReadmeProposal readme = ReadmeProposal.of(chart);
    String summary = readme.file().before().isEmpty() ? "written" : "brought up to date";
    return List.of(new Proposals.Proposed(readme.file(), summary, readme.notes()));
  }
}
