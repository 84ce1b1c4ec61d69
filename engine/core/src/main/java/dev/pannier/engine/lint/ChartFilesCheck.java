package dev.pannier.engine.lint;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.chart.LockDigest;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a chart's own files lack, or say of each other that is not so. */
final class ChartFilesCheck {

  private final Chart chart;
  private final Findings findings;

  private ChartFilesCheck(Chart chart, Findings findings) {
    this.chart = chart;
    this.findings = findings;
  }

  /** Looks at a chart as it was loaded. */
  static void look(Chart chart, Findings findings) {
    ChartFilesCheck check = new ChartFilesCheck(chart, findings);
    check.metadata();
    check.files();
    check.dependencies();
    for (ChartFile crd : chart.crds()) {
      check.crds(crd);
    }
  }

  private void metadata() {
    if (chart.metadata().icon().isEmpty() && !chart.metadata().isLibrary()) {
      remark(Rule.NO_ICON, "Chart.yaml names no icon.", "Add `icon`, the address of a picture.");
    }
    if (chart.metadata().description().isEmpty()) {
      remark(Rule.NO_DESCRIPTION, "Chart.yaml has no description.", "Say what it installs.");
    }
    LockDigest.outOfSync(chart)
        .ifPresent(found ->
            findings.add(Rule.LOCK_OUT_OF_SYNC, found.location(), found.message(), found.hint()));
  }

  private void files() {
    if (chart.files().stream().noneMatch(ChartFilesCheck::isReadme)) {
      remark(Rule.NO_README, "There is no README.md.", "Say in it how the chart is used.");
    }
    if (chart.metadata().isLibrary()) {
      return;
    }
    if (chart.valuesFile().isEmpty()) {
      remark(Rule.NO_VALUES, "There is no values.yaml.", "");
    } else if (chart.schema().isEmpty() && !chart.values().isEmpty()) {
      remark(
          Rule.NO_SCHEMA,
          "There is no values.schema.json.",
          "With a schema, a misspelt value is an error before anything is installed.");
    }
    if (chart.templates().isEmpty() && chart.dependencies().isEmpty()) {
      remark(
          Rule.NO_TEMPLATES,
          "There are no templates.",
          "Put them into templates/, or make the chart a library.");
    } else if (chart.templates().stream().noneMatch(ChartFilesCheck::isNotes)) {
      remark(
          Rule.NO_NOTES,
          "There is no templates/NOTES.txt.hbs.",
          "Say in it how to reach what was installed.");
    }
  }

  private static boolean isReadme(ChartFile file) {
    return file.path().toLowerCase(Locale.ROOT).startsWith("readme");
  }

  private static boolean isNotes(ChartFile file) {
    return file.path().startsWith("templates/NOTES.txt");
  }

  private void dependencies() {
    List<Dependency> asked = chart.metadata().dependencies();
    for (Chart subchart : chart.dependencies()) {
      if (asked.stream().noneMatch(one -> one.name().equals(subchart.metadata().name()))) {
        remark(
            Rule.UNDECLARED_DEPENDENCY,
            "The chart `%s` is in charts/, but Chart.yaml does not ask for it."
                .formatted(subchart.metadata().name()),
            "Add it to `dependencies`, or take it out of charts/.");
      }
    }
  }

  private void crds(ChartFile file) {
    Problems problems = new Problems();
    for (Node document : YamlReader.readAll(file.source(), SourceMap.of(file.source()), problems)) {
      String kind = document instanceof MapNode map ? map.text("kind").orElse("") : "";
      if (!(document instanceof NullNode) && !kind.equals("CustomResourceDefinition")) {
        findings.add(
            Rule.CRD_FILES,
            document.origin(),
            kind.isEmpty()
                ? "This in crds/ is no CustomResourceDefinition."
                : "This in crds/ is a `" + kind + "`, and no CustomResourceDefinition.",
            "Move it to templates/.");
      }
    }
    for (Problem problem : problems.all()) {
      findings.add(Rule.CRD_FILES, problem.location(), problem.message(), problem.hint());
    }
  }

  private void remark(Rule rule, String message, String hint) {
    Location name = chart.metadata().raw().keyOrigin("name");
    Optional<Location> file =
        name.isKnown() ? Optional.of(name.source().whole()) : Optional.empty();
    findings.add(rule, file.orElse(name), message, hint);
  }
}
