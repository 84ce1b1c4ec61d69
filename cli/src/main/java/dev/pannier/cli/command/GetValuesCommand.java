package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.ReleaseRecords;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlWriter;

/** {@code pannier get values}. */
final class GetValuesCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("get values", "Print the values that a release was given.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .examples(
            "pannier get values web",
            "pannier get values web --all -o json",
            "pannier get values web --revision 2 -o yaml > values.yaml")
        .group(
            "Flags",
            Flag.of("-a, --all", "the chart's defaults too"),
            ResultFlags.REVISION,
            ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    Release release = call.recordedRelease();
    boolean all = call.arguments().on("--all");
    MapNode values = all ? ReleaseRecords.allValues(release) : release.config();
    // Helm prints null where the user gave none.
    String yaml = YamlWriter.writeSorted(values.isEmpty() && !all ? NullNode.NULL : values);
    String title = all ? "COMPUTED VALUES:\n" : "USER-SUPPLIED VALUES:\n";
    call.print(format.write(title + yaml, values));
    return ExitCode.DONE;
  }
}
