package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Table;
import dev.pannier.cli.output.TimeText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pannier history}. */
final class HistoryCommand implements Command {
  private static final int MOST = 256;

  @Override
  public Usage usage() {
    return Usage.of("history", "Tell what happened to a release, revision by revision.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .examples("pannier history web", "pannier history web --max 5 -o yaml")
        .group(
            "Flags",
            Flag.of("--max NUMBER", "how many revisions at most, the newest (default 256)"),
            ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    List<Release> revisions =
        Clusters.records(call).history(call.release(call.arguments().operand(0))).revisions();
    int max = call.arguments().number("--max", MOST);
    int first = max == 0 ? 0 : Math.max(0, revisions.size() - max);
    List<Release> shown = revisions.subList(first, revisions.size());
    call.print(format.write(table(call, shown), data(shown)));
    return ExitCode.DONE;
  }

  private static String table(Call call, List<Release> revisions) {
    Table table = new Table();
    table.row("REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION");
    for (Release each : revisions) {
      table.row(
          Integer.toString(each.revision()),
          TimeText.ansic(each.info().lastDeployed(), call.shell().clock().getZone()),
          each.status().word(),
          ReleaseListing.chart(each),
          each.chart().metadata().appVersion(),
          each.info().description());
    }
    return table.toString();
  }

  private static Node data(List<Release> revisions) {
    List<Node> rows = new ArrayList<>();
    for (Release each : revisions) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("revision", each.revision());
      row.put("updated", each.info().lastDeployed().toString());
      row.put("status", each.status().word());
      row.put("chart", ReleaseListing.chart(each));
      row.put("app_version", each.chart().metadata().appVersion());
      row.put("description", each.info().description());
      rows.add(Node.of(row));
    }
    return Node.of(rows);
  }
}
