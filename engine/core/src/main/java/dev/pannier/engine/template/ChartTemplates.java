package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.handlebars.HandlebarsLanguage;
import dev.pannier.engine.template.language.Program;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.template.language.TemplateLanguage;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates of a chart and its subcharts, compiled: immutable, shared between renders.
 *
 * @param rendered the files that write something, by their names
 */
record ChartTemplates(Program program, List<Rendered> rendered) {

  /** A file that is rendered, and the chart that it belongs to. */
  record Rendered(TemplateFile file, Chart chart, List<String> chartPath) {}

  /**
   * Compiles.
   *
   * @throws ChartException naming everything that is wrong in any file
   */
  static ChartTemplates compile(Chart chart) {
    TemplateLanguage language = new HandlebarsLanguage();
    Problems problems = new Problems();
    List<Rendered> all = new ArrayList<>();
    gather(chart, chart.name(), List.of(), language, all, problems);
    Program program = language.compile(all.stream().map(Rendered::file).toList(), problems);
    problems.throwIfErrors();
    List<Rendered> rendered = new ArrayList<>();
    for (Rendered one : all) {
      if (!one.file().isPartial() && !one.chart().metadata().isLibrary()) {
        rendered.add(one);
      }
    }
    rendered.sort((one, other) -> one.file().name().compareTo(other.file().name()));
    return new ChartTemplates(program, List.copyOf(rendered));
  }

  /** Renders every file that writes something. */
  void render(ReleaseRender render) {
    for (Rendered one : rendered) {
      render.file(program, one.file(), one.chart(), one.chartPath());
    }
  }

  private static void gather(
      Chart chart,
      String name,
      List<String> path,
      TemplateLanguage language,
      List<Rendered> all,
      Problems problems) {
    for (Chart dependency : chart.dependencies()) {
      List<String> below = new ArrayList<>(path);
      below.add(dependency.name());
      String belowName = name + "/charts/" + dependency.name();
      gather(dependency, belowName, below, language, all, problems);
    }
    List<ChartFile> files = new ArrayList<>(chart.templates());
    files.sort((one, other) -> one.path().compareTo(other.path()));
    for (ChartFile file : files) {
      if (!language.owns(file.path())) {
        problems.add(foreign(file));
        continue;
      }
      String fileName = name + "/" + file.path();
      TemplateFile template =
          new TemplateFile(chart.metadata().name(), file.path(), fileName, file.source());
      all.add(new Rendered(template, chart, path));
    }
  }

  private static Problem foreign(ChartFile file) {
    return Problem.error(
            "template.go-template",
            "`"
                + file.path()
                + "` is no Handlebars template, and Go templates are not supported"
                + " yet.")
        .at(file.source().whole())
        .hint(
            "Write it in Handlebars and end its name in `.hbs`, or move it out of `templates/` if"
                + " it is no template.");
  }
}
