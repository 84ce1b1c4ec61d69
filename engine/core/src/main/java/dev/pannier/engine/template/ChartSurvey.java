package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.template.handlebars.HandlebarsLanguage;
import dev.pannier.engine.template.language.Survey;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.template.language.TemplateLanguage;
import dev.pannier.engine.template.language.TemplateLanguage.SurveyFile;
import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds out which values the templates of a chart and its subcharts ask for. */
public final class ChartSurvey {

  private static final String GLOBAL = "global";

  private ChartSurvey() {}

  /**
   * Reads all templates.
   *
   * @param chart with every dependency that it may ever have, by the names they go by
   * @param values the defaults of all of them
   */
  public static Survey of(Chart chart, MapNode values) {
    TemplateLanguage language = new HandlebarsLanguage();
    List<SurveyFile> files = new ArrayList<>();
    gather(chart, List.of(), language, files);
    Survey survey = language.survey(files, new PureFunctions(), values);
    Set<ValueUse> uses = new LinkedHashSet<>();
    for (ValueUse use : survey.uses()) {
      uses.add(use);
      global(use, uses);
    }
    return new Survey(List.copyOf(uses), survey.uncalled());
  }

  /** What a subchart asks of its globals it asks of those of the charts above. */
  private static void global(ValueUse use, Set<ValueUse> uses) {
    int at = use.path().indexOf(GLOBAL);
    if (at > 0) {
      List<String> path = use.path().subList(at, use.path().size());
      uses.add(new ValueUse(path, use.whole(), use.optional(), use.place()));
    }
  }

  private static void gather(
      Chart chart, List<String> values, TemplateLanguage language, List<SurveyFile> files) {
    for (Chart subchart : chart.dependencies()) {
      List<String> below = new ArrayList<>(values);
      below.add(subchart.name());
      gather(subchart, below, language, files);
    }
    boolean renders = !chart.metadata().isLibrary();
    for (ChartFile file : chart.templates()) {
      if (language.owns(file.path())) {
        String name = chart.name() + "/" + file.path();
        TemplateFile template =
            new TemplateFile(chart.metadata().name(), file.path(), name, file.source());
        files.add(new SurveyFile(template, values, renders));
      }
    }
  }
}
