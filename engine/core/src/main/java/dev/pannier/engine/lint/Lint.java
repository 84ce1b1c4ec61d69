package dev.pannier.engine.lint;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of lint, by what they look at. */
public final class Lint {

  private Lint() {}

  /**
   * Looks at what a chart renders to.
   *
   * @param practice whether what an environment chooses is judged too, such as the version of an
   *     image; of values that only test a chart it is not
   */
  public static List<Problem> objects(RenderedChart rendered, boolean practice) {
    ReleaseObjects objects = new ReleaseObjects(rendered);
    Findings findings = new Findings();
    for (Resource resource : rendered.resources()) {
      if (resource.id().name().isEmpty()) {
        LabelCheck.list(resource, findings);
      }
    }
    for (Check check : RuleTable.checks()) {
      check.look(objects, findings);
    }
    List<Problem> found = new ArrayList<>(findings.all());
    found.removeIf(problem -> !practice && isPractice(problem));
    return found;
  }

  private static boolean isPractice(Problem problem) {
    return Rule.find(problem.code()).filter(rule -> rule.topic().isPractice()).isPresent();
  }

  /** What is other in a second render of the same chart with the same values. */
  public static List<Problem> byItself(List<Resource> first, List<Resource> again) {
    Findings findings = new Findings();
    UpgradeCheck.byItself(first, again, findings);
    return findings.all();
  }

  /** What another version of the chart would change and cannot. */
  public static List<Problem> byVersion(List<Resource> before, List<Resource> newer) {
    Findings findings = new Findings();
    UpgradeCheck.byVersion(before, newer, findings);
    return findings.all();
  }

  /** Looks at the files of a chart as it was loaded. */
  public static List<Problem> files(Chart chart) {
    Findings findings = new Findings();
    ChartFilesCheck.look(chart, findings);
    return findings.all();
  }

  /**
   * Looks at which values the templates of a chart ask for.
   *
   * @param chart as it was loaded
   * @param whole with every dependency that it may ever have, by the names they go by
   * @param values the defaults of all of them
   */
  public static List<Problem> values(
      Chart chart, Chart whole, MapNode values, List<ValueUse> uses) {
    Findings findings = new Findings();
    UnusedValues.look(chart, whole, uses, findings);
    Set<String> own =
        chart.templates().stream().map(ChartFile::displayPath).collect(Collectors.toSet());
    new UndeclaredValues(values, schema(chart)).look(uses, own, findings);
    return findings.all();
  }

  /** Whether a render told of the same place already. */
  public static boolean isTold(Problem finding, List<Problem> told) {
    return finding.code().equals(Rule.UNDECLARED_VALUE.code())
        && UndeclaredValues.isTold(finding, told);
  }

  private static Optional<MapNode> schema(Chart chart) {
    try {
      return chart
          .schema()
          .map(file -> JsonReader.read(file.source()))
          .filter(MapNode.class::isInstance)
          .map(MapNode.class::cast);
    } catch (ChartException _) {
      // The check of the values tells what is wrong with it.
      return Optional.empty();
    }
  }

  /** What a cluster must offer before it is written cannot be seen without that cluster. */
  private static boolean isMeantToRender(ChartFile file) {
    return !file.path().contains("/_")
        && !file.path().contains("/NOTES.txt")
        && !file.text().contains("APIVersions.Has");
  }

  /**
   * Looks for templates that nobody needs.
   *
   * @param uncalled partials that nothing calls, by their names
   * @param rendered the files that wrote something, by any of the chart's values, as releases call
   *     them
   */
  public static List<Problem> templates(
      Chart chart, Map<String, Location> uncalled, Set<String> rendered) {
    Findings findings = new Findings();
    Set<String> own =
        chart.templates().stream().map(ChartFile::displayPath).collect(Collectors.toSet());
    uncalled.forEach((name, place) -> {
      if (own.contains(place.source().name())) {
        findings.add(
            Rule.UNUSED_PARTIAL,
            place,
            "Nothing calls the partial `" + name + "`.",
            "Take it out.");
      }
    });
    for (ChartFile file : chart.templates()) {
      if (isMeantToRender(file) && !rendered.contains(chart.name() + "/" + file.path())) {
        findings.add(
            Rule.NEVER_RENDERED,
            file.source().whole(),
            "`%s` writes nothing with any values of the chart.".formatted(file.path()),
            "Add values for it to tests/, or take it out.");
      }
    }
    return findings.all();
  }
}
