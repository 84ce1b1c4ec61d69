package dev.pannier.cli.command;

import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.LiveText;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.ReleaseText;
import dev.pannier.engine.ReleaseRecords;
import dev.pannier.engine.deploy.ResourceState;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import java.time.ZoneId;
import java.util.List;

/** {@code pannier status}. */
final class StatusCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("status", "Tell how a release is.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .details(
            "Of the newest revision, its resources are shown as the cluster has them now, and an"
                + " operation that has not ended.")
        .examples("pannier status web", "pannier status web --revision 2 -o json")
        .group("Flags", ResultFlags.REVISION, ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    Release release = call.recordedRelease();
    ReleaseRecords records = Clusters.records(call);
    ZoneId zone = call.shell().clock().getZone();
    if (records.get(release.id(), 0).revision() != release.revision()) {
      // only the newest revision is what the cluster has
      String text = ReleaseText.of(release, zone, true);
      call.print(format.write(text, ReleaseText.data(release)));
      return ExitCode.DONE;
    }
    LiveText live =
        new LiveText(release, resources(call, records, release), records.unfinished(release.id()));
    String text = ReleaseText.of(release, zone, true, live.text());
    call.print(format.write(text, live.after(ReleaseText.data(release))));
    return ExitCode.DONE;
  }

  private static List<ResourceState> resources(Call call, ReleaseRecords records, Release release) {
    return release.status() == Status.UNINSTALLED
        ? List.of()
        : records.resources(release, Clusters.cluster(call));
  }
}
