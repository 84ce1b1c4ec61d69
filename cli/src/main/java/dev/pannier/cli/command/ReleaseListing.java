package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Table;
import dev.pannier.cli.output.TimeText;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseSummary;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.Node;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which releases to list, in which order, and as what.
 *
 * @param wanted which of them
 * @param order by what
 * @param zone what times are shown in
 */
record ReleaseListing(
    Predicate<ReleaseSummary> wanted, Comparator<ReleaseSummary> order, ZoneId zone) {

  static ReleaseListing of(Arguments arguments, ZoneId zone) {
    Predicate<ReleaseSummary> wanted = inStates(states(arguments));
    if (arguments.has("--filter")) {
      Predicate<String> matches = pattern(arguments.text("--filter")).asPredicate();
      wanted = wanted.and(release -> matches.test(release.name()));
    }
    if (arguments.has("--selector")) {
      wanted = wanted.and(LabelSelector.parse(arguments.text("--selector")));
    }
    Comparator<ReleaseSummary> order =
        arguments.on("--date")
            ? Comparator.comparing(ReleaseSummary::updated)
            : Comparator.comparing(ReleaseSummary::name).thenComparing(ReleaseSummary::namespace);
    return new ReleaseListing(wanted, arguments.on("--reverse") ? order.reversed() : order, zone);
  }

  private static Predicate<ReleaseSummary> inStates(Set<Status> states) {
    return release -> states.isEmpty() || states.contains(release.status());
  }

  private static Set<Status> states(Arguments arguments) {
    Set<Status> states = EnumSet.noneOf(Status.class);
    for (Status status : Status.values()) {
      String flag = status.isPending() ? "--pending" : "--" + status.word();
      if (status != Status.UNKNOWN && arguments.on(flag)) {
        states.add(status);
      }
    }
    return states;
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw UsageProblem.of(
          "cli.flag-value",
          "`--filter` takes a regular expression, but `" + regex + "` is none.",
          String.valueOf(e.getDescription()) + ", near index " + e.getIndex() + ".");
    }
  }

  /** The wanted ones in their order. */
  List<ReleaseSummary> select(List<ReleaseSummary> releases, int max, int offset) {
    List<ReleaseSummary> selected =
        releases.stream().filter(wanted).sorted(order).skip(offset).toList();
    return max == 0 || selected.size() <= max ? selected : selected.subList(0, max);
  }

  /** For people. */
  String table(List<ReleaseSummary> releases, boolean heads) {
    Table table = new Table();
    if (heads) {
      table.row("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
    }
    for (ReleaseSummary release : releases) {
      table.row(fields(release).values().toArray(String[]::new));
    }
    return table.toString();
  }

  /** For programs. */
  Node data(List<ReleaseSummary> releases) {
    List<Node> rows = new ArrayList<>();
    releases.forEach(release -> rows.add(Node.of(fields(release))));
    return Node.of(rows);
  }

  private Map<String, String> fields(ReleaseSummary release) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", release.name());
    fields.put("namespace", release.namespace());
    fields.put("revision", Integer.toString(release.revision()));
    fields.put("updated", TimeText.full(release.updated(), zone));
    fields.put("status", release.status().word());
    fields.put("chart", release.chartName() + "-" + release.chartVersion());
    fields.put("app_version", release.appVersion());
    return fields;
  }

  /** {@code web-1.2.3}, as Helm names a release's chart. */
  static String chart(Release release) {
    ChartMetadata metadata = release.chart().metadata();
    return metadata.name() + "-" + metadata.version();
  }
}
