package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.helper.Surroundings;
import dev.pannier.engine.template.language.Budget;
import dev.pannier.engine.template.language.Functions;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.RenderSession;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.MapNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders charts. What it compiles it keeps for the next render of the same chart object; safe to
 * share between threads.
 */
public final class ChartRenderer {

  private static final String NOTES = "templates/NOTES.txt.";

  private final Functions functions = new PureFunctions();
  private final CompiledCharts compiled = new CompiledCharts();

  /**
   * Renders a chart.
   *
   * @throws ChartException naming everything that is wrong in any template and any manifest
   */
  public Rendering render(RenderInput input) {
    new InputText(input).refuseMarks();
    ChartTemplates templates = compiled.of(input.chart());
    BoundFunctions bound = new BoundFunctions(input);
    Surroundings surroundings = new Surroundings(input.clock(), input.random());
    RenderLimits limits = input.limits();
    Budget budget = new Budget(limits.depth(), limits.outputChars(), limits.time());
    Map<Chart, RenderSession> sessions = new IdentityHashMap<>();
    Map<Chart, MapNode> objects = new IdentityHashMap<>();
    ChartObjects common = new ChartObjects(input);
    Problems problems = new Problems();
    ReleaseDocuments documents = new ReleaseDocuments(problems);
    String notes = "";
    for (ChartTemplates.Rendered one : templates.rendered()) {
      RenderSession session =
          sessions.computeIfAbsent(
              one.chart(),
              chart ->
                  new RenderSession(
                      new ReleaseFunctions(functions, bound, chart), surroundings, budget));
      MapNode seen =
          objects.computeIfAbsent(
              one.chart(),
              chart ->
                  common.of(
                      chart, values(input.values(), one.chartPath()), one.chartPath().isEmpty()));
      try {
        MapNode root = ChartObjects.in(seen, one.file());
        MarkedText text = templates.program().render(one.file(), root, session);
        if (!one.file().path().startsWith(NOTES)) {
          documents.add(one.file(), text);
        } else if (one.chartPath().isEmpty()) {
          notes = Unmarked.flatten(text.text(), text.insertions());
        }
      } catch (ChartException e) {
        problems.addAll(e.problems());
      }
    }
    problems.throwIfErrors();
    return new Rendering(
        documents.resources(),
        documents.hooks(),
        notes,
        bound.generated(),
        documents.origins(),
        problems.all());
  }

  private static MapNode values(MapNode values, List<String> path) {
    MapNode own = values;
    for (String name : path) {
      own = own.map(name);
    }
    return own;
  }
}
