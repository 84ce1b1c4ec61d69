package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.values.ChartValues;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the charts in charts/ together with those that Chart.yaml asks for: aliases, conditions,
 * tags and imported values (Helm's pkg/chart/v2/util/dependencies.go). Other than in Helm, the
 * dependencies of subcharts are switched and imported also where the chart above asks for none.
 */
public final class ChartDependencies {

  private final Problems warnings;
  private final Problems problems = new Problems();

  private ChartDependencies(Problems warnings) {
    this.warnings = warnings;
  }

  /**
   * The chart as it is to be rendered: subcharts that are switched off are gone, the others go by
   * their aliases, and its defaults have what it imports from them.
   *
   * <p>A chart that is asked for and missing is an error, unless it is switched off.
   *
   * @param user what the user sets; conditions and tags see it over the chart's defaults
   * @param warnings told of conditions and tags that are not booleans, and of imports that find
   *     nothing
   * @throws dev.pannier.engine.problem.ChartException naming every chart that is missing
   */
  public static Chart resolve(Chart chart, MapNode user, Problems warnings) {
    ChartDependencies dependencies = new ChartDependencies(warnings);
    Chart resolved = dependencies.switched(chart, user, user.map("tags"));
    dependencies.problems.throwIfErrors();
    return ImportedValues.into(resolved, warnings);
  }

  /**
   * The chart with all that is in charts/, switched on or off, by the names that they go by, and
   * with what it imports from them.
   */
  public static Chart all(Chart chart) {
    return ImportedValues.into(allNamed(chart), new Problems());
  }

  private static Chart allNamed(Chart chart) {
    List<Chart> charts = new ArrayList<>();
    for (Chart subchart : named(chart)) {
      charts.add(allNamed(subchart));
    }
    return chart.withDependencies(charts);
  }

  /** An error for each chart that is asked for, whether it is on or off, and is not in charts/. */
  public static List<Problem> missing(Chart chart) {
    ChartDependencies dependencies = new ChartDependencies(new Problems());
    dependencies.checkMissing(chart.metadata().dependencies(), chart);
    return dependencies.problems.all();
  }

  /**
   * As in Helm, a chart's tags are those of the user and of the charts above over its own defaults;
   * what is set for it under its name does not count.
   */
  private Chart switched(Chart chart, MapNode over, MapNode tagsAbove) {
    Chart candidates = chart.withDependencies(named(chart));
    MapNode level = ValuesTree.overDefaults(candidates, over, new Problems());
    MapNode tags = ValuesMerge.coalesce(tagsAbove, chart.values().map("tags"));
    List<Dependency> on = switchedOn(chart, candidates, over, tags);
    List<Chart> charts = new ArrayList<>();
    for (Chart subchart : candidates.dependencies()) {
      if (isDeclared(subchart, chart) && !goesBy(subchart.name(), on)) {
        continue;
      }
      MapNode given = ChartValues.withGlobals(level.map(subchart.name()), level, new Problems());
      charts.add(switched(subchart, given, tags));
    }
    checkMissing(on, chart);
    checkNames(charts, chart);
    return chart.withDependencies(on, charts);
  }

  private List<Dependency> switchedOn(Chart chart, Chart candidates, MapNode over, MapNode tags) {
    List<Dependency> declared = chart.metadata().dependencies();
    if (declared.isEmpty()) {
      return declared;
    }
    MapNode values = ValuesTree.coalesce(candidates, over, new Problems());
    DependencySwitch switches = new DependencySwitch(values, tags, warnings);
    List<Dependency> on = new ArrayList<>();
    for (Dependency dependency : declared) {
      if (switches.isOn(dependency)) {
        on.add(dependency);
      }
    }
    return on;
  }

  /** The charts in charts/: what nobody asked for as it is, the rest by the names asked for. */
  private static List<Chart> named(Chart chart) {
    List<Chart> named = new ArrayList<>();
    for (Chart subchart : chart.dependencies()) {
      if (!isAskedFor(subchart, chart)) {
        named.add(subchart);
      }
    }
    for (Dependency dependency : chart.metadata().dependencies()) {
      for (Chart subchart : chart.dependencies()) {
        if (dependency.isMetBy(subchart.metadata())) {
          named.add(subchart.named(dependency.effectiveName()));
          break;
        }
      }
    }
    return named;
  }

  private static boolean isAskedFor(Chart subchart, Chart chart) {
    for (Dependency dependency : chart.metadata().dependencies()) {
      if (dependency.isMetBy(subchart.metadata())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclared(Chart subchart, Chart chart) {
    return goesBy(subchart.name(), chart.metadata().dependencies());
  }

  private static boolean goesBy(String name, List<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      if (dependency.effectiveName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void checkMissing(List<Dependency> on, Chart chart) {
    for (Dependency dependency : on) {
      List<String> versions = new ArrayList<>();
      boolean met = false;
      for (Chart candidate : chart.dependencies()) {
        met |= dependency.isMetBy(candidate.metadata());
        if (candidate.metadata().name().equals(dependency.name())) {
          versions.add(candidate.metadata().version());
        }
      }
      if (!met) {
        problems.add(versions.isEmpty() ? missing(dependency) : mismatch(dependency, versions));
      }
    }
  }

  private static Problem missing(Dependency dependency) {
    return Problem.error(
            "chart.dependency-missing",
            "The chart `" + asked(dependency) + "` is asked for, but is not in charts/.")
        .at(dependency.origin())
        .hint(howToGet(dependency));
  }

  /** Only an archive reaches no folder: else its own problem was told when the chart was loaded. */
  private static String howToGet(Dependency dependency) {
    if (dependency.isFolder()) {
      return "Pack the chart from its folder by `pannier package`, which puts it there.";
    }
    String from = dependency.repository().isEmpty() ? "" : ", from " + dependency.repository();
    return "Put it there, as a folder or a .tgz" + from + ".";
  }

  private static Problem mismatch(Dependency dependency, List<String> versions) {
    return Problem.error(
            "chart.dependency-mismatch",
            "The chart `%s` is asked for, but in charts/ there is version %s of it."
                .formatted(asked(dependency), String.join(", ", versions)))
        .at(dependency.origin())
        .hint(
            dependency.isFolder()
                ? "Remove it from charts/, and the one at " + dependency.repository() + " is used."
                : "Put another version there, or change the range in Chart.yaml.");
  }

  private static String asked(Dependency dependency) {
    return dependency.version().isBlank()
        ? dependency.name()
        : dependency.name() + " " + dependency.version();
  }

  private void checkNames(List<Chart> charts, Chart parent) {
    Map<String, Chart> names = new HashMap<>();
    for (Chart chart : charts) {
      Chart first = names.putIfAbsent(chart.name(), chart);
      if (first != null) {
        problems.add(
            Problem.error(
                    "chart.subchart-twice",
                    "Two charts in charts/ of `%s` go by the name `%s`."
                        .formatted(parent.name(), chart.name()))
                .at(whereNamed(chart))
                .note("the first one", whereNamed(first))
                .hint("Remove one, or give it an `alias` in Chart.yaml."));
      }
    }
  }

  private static Location whereNamed(Chart chart) {
    return chart.metadata().raw().keyOrigin("name");
  }
}
