package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseSummary;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/** {@code pannier list}. */
final class ListCommand implements Command {
  private static final int MOST = 256;

  @Override
  public Usage usage() {
    return Usage.of("list", "List releases, the newest revision of each.")
        .examples(
            "pannier list",
            "pannier list -A --failed",
            "pannier list --filter '^web' -o json",
            "pannier list -q")
        .group(
            "Which",
            Flag.of("-A, --all-namespaces", "of all namespaces"),
            Flag.of("-f, --filter REGEX", "whose name matches a regular expression"),
            Flag.of("-l, --selector LABELS", "whose labels match: `team=web,tier!=test`"),
            Flag.of("--deployed", "that are deployed"),
            Flag.of("--failed", "that failed"),
            Flag.of("--pending", "that are under way"),
            Flag.of("--superseded", "that are superseded"),
            Flag.of("--uninstalled", "that were uninstalled, their history kept"),
            Flag.of("--uninstalling", "that are being uninstalled"),
            Flag.of("-m, --max NUMBER", "how many at most; 0 for all (default 256)"),
            Flag.of("--offset NUMBER", "how many to skip"),
            Flag.of("-a, --all", "in every state, as without it").unseen())
        .group(
            "How",
            Flag.of("-d, --date", "sort by date, oldest first; else by name"),
            Flag.of("-r, --reverse", "sort the other way round"),
            Flag.of("-q, --short", "print names only"),
            Flag.of("--no-headers", "print no heads of columns"),
            ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    ReleaseListing listing = ReleaseListing.of(call.arguments(), call.shell().clock().getZone());
    boolean everywhere = call.arguments().on("--all-namespaces");
    ReleaseList recorded = Clusters.records(call).list(everywhere ? "" : call.namespace());
    call.warn(recorded.problems());
    List<ReleaseSummary> releases =
        listing.select(
            recorded.releases(),
            call.arguments().number("--max", MOST),
            call.arguments().number("--offset", 0));
    if (call.arguments().on("--short")) {
      List<String> names = releases.stream().map(ReleaseSummary::name).toList();
      String lines = names.isEmpty() ? "" : String.join("\n", names) + "\n";
      call.print(format.write(lines, Node.of(names)));
    } else {
      boolean heads = !call.arguments().on("--no-headers");
      call.print(format.write(listing.table(releases, heads), listing.data(releases)));
    }
    return ExitCode.DONE;
  }
}
