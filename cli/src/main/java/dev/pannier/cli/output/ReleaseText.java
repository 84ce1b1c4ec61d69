package dev.pannier.cli.output;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.HookRun;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A revision as Helm's status shows it. */
public final class ReleaseText {
  private ReleaseText() {}

  /**
   * For people.
   *
   * @param zone what times are shown in
   * @param notes whether the notes follow
   */
  public static String of(Release release, ZoneId zone, boolean notes) {
    return of(release, zone, notes, "");
  }

  /**
   * For people.
   *
   * @param live how it is at this moment; may be empty
   */
  public static String of(Release release, ZoneId zone, boolean notes, String live) {
    StringBuilder out = new StringBuilder();
    line(out, "NAME", release.name());
    line(out, "LAST DEPLOYED", TimeText.ansic(release.info().lastDeployed(), zone));
    line(out, "NAMESPACE", release.namespace());
    line(out, "STATUS", release.status().word());
    line(out, "REVISION", Integer.toString(release.revision()));
    line(out, "DESCRIPTION", release.info().description());
    out.append(live);
    tests(out, release, zone);
    String text = release.info().notes().strip();
    if (notes && !text.isEmpty()) {
      out.append("NOTES:\n").append(text).append('\n');
    }
    return out.toString();
  }

  private static void tests(StringBuilder out, Release release, ZoneId zone) {
    boolean any = false;
    for (RecordedHook each : release.hooks()) {
      if (each.hook().events().contains(Hook.Event.TEST)) {
        any = true;
        test(out, each, zone);
      }
    }
    if (!any) {
      line(out, "TEST SUITE", "None");
    }
  }

  /** As in Helm, nothing of a test that did not run. */
  private static void test(StringBuilder out, RecordedHook test, ZoneId zone) {
    HookRun run = test.lastRun();
    if (run.startedAt().isPresent()) {
      line(out, "TEST SUITE", "    " + test.hook().resource().id().name());
      line(out, "Last Started", "  " + moment(run.startedAt(), zone));
      line(out, "Last Completed", moment(run.completedAt(), zone));
      line(out, "Phase", "         " + run.phase().word());
    }
  }

  private static String moment(Optional<Instant> moment, ZoneId zone) {
    return moment.map(instant -> TimeText.ansic(instant, zone)).orElse("");
  }

  private static void line(StringBuilder out, String title, String value) {
    out.append((title + ": " + value).stripTrailing()).append('\n');
  }

  /** What tests wrote, by their names, as Helm's {@code test --logs} shows it. */
  public static String logs(Map<String, List<String>> tests) {
    StringBuilder out = new StringBuilder();
    tests.forEach((name, lines) -> {
      out.append("\nPOD LOGS: ").append(name).append('\n');
      lines.forEach(line -> out.append(VisibleText.of(line)).append('\n'));
    });
    return out.toString();
  }

  /** For programs: Helm's record without the chart, as Helm's status has it. */
  public static MapNode data(Release release) {
    return HelmRecord.write(release).without("chart");
  }
}
