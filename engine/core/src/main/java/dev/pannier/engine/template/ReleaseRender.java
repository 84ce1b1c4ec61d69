package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.helper.Surroundings;
import dev.pannier.engine.template.language.Budget;
import dev.pannier.engine.template.language.Functions;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.Program;
import dev.pannier.engine.template.language.RenderSession;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.MapNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The state of one render of a chart. For one thread. */
final class ReleaseRender {

  private static final String NOTES = "templates/NOTES.txt.";

  private final RenderInput input;
  private final Functions functions;
  private final BoundFunctions bound;
  private final Surroundings surroundings;
  private final Budget budget;
  private final ChartObjects common;
  private final Map<Chart, RenderSession> sessions = new IdentityHashMap<>();
  private final Map<Chart, MapNode> objects = new IdentityHashMap<>();
  private final Problems problems = new Problems();
  private final ReleaseDocuments documents = new ReleaseDocuments(problems);
  private String notes = "";

  ReleaseRender(RenderInput input, Functions functions) {
    this.input = input;
    this.functions = functions;
    this.bound = new BoundFunctions(input);
    this.surroundings = new Surroundings(input.clock(), input.random());
    RenderLimits limits = input.limits();
    this.budget = new Budget(limits.depth(), limits.outputChars(), limits.time());
    this.common = new ChartObjects(input);
  }

  /**
   * Renders a file; what is wrong with it is kept for the end.
   *
   * @param path the names of the charts that lead from the root to the file's
   */
  void file(Program program, TemplateFile file, Chart chart, List<String> path) {
    if (budget.isSpent()) {
      return;
    }
    MapNode seen =
        objects.computeIfAbsent(
            chart, one -> common.of(one, values(input.values(), path), path.isEmpty()));
    try {
      MarkedText text = program.render(file, ChartObjects.in(seen, file), session(chart, path));
      if (!file.path().startsWith(NOTES)) {
        documents.add(file, text);
      } else if (path.isEmpty()) {
        notes = Unmarked.flatten(text.text(), text.insertions());
      }
    } catch (ChartException e) {
      problems.addAll(e.problems());
    }
  }

  private RenderSession session(Chart chart, List<String> path) {
    return sessions.computeIfAbsent(
        chart,
        one ->
            new RenderSession(
                new ReleaseFunctions(functions, bound.of(path), one), surroundings, budget));
  }

  private static MapNode values(MapNode values, List<String> path) {
    MapNode own = values;
    for (String name : path) {
      own = own.map(name);
    }
    return own;
  }

  /** What came of it; throws when anything was wrong. */
  Rendering finish() {
    problems.throwIfErrors();
    return new Rendering(
        documents.resources(),
        documents.hooks(),
        notes,
        bound.generated(),
        documents.origins(),
        problems.all());
  }
}
