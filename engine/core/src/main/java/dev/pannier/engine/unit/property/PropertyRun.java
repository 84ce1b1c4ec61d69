package dev.pannier.engine.unit.property;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.unit.RenderedCase;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Tries values of a chart's schema, one after the other. */
public final class PropertyRun {
  private static final int MOST_FAILURES = 10;
  private static final double[] DENSITIES = {0.1, 0.3, 0.6, 0.95};

  private final PropertySubject subject;
  private final PropertySettings settings;
  private final long start = System.nanoTime();
  private final Set<String> known = new HashSet<>();
  private final List<Counterexample> failures = new ArrayList<>();
  private int unfit;

  private PropertyRun(PropertySubject subject, PropertySettings settings) {
    this.subject = subject;
    this.settings = settings;
  }

  /** Tries values until enough of them were tried, or failed, or the time is over. */
  public static PropertyReport of(PropertySubject subject, PropertySettings settings) {
    PropertyRun run = new PropertyRun(subject, settings);
    int runs = 0;
    while (runs < settings.runs() && run.goesOn()) {
      runs++;
      run.tryOut(runs);
    }
    return new PropertyReport(settings, runs, run.unfit, run.time(), run.failures);
  }

  private Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean goesOn() {
    return failures.size() < MOST_FAILURES && time().compareTo(settings.limit()) < 0;
  }

  /** The first run has nothing but defaults; each run draws from numbers of its own. */
  private void tryOut(int run) {
    SplittableRandom random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + run);
    MapNode values = run == 1 ? MapNode.EMPTY : drawn(random);
    if (!subject.fits(values)) {
      Optional<MapNode> mended = mended(values);
      if (mended.isEmpty()) {
        unfit++;
        return;
      }
      values = mended.get();
    }
    List<Problem> problems = problems(values);
    if (!problems.isEmpty() && known.add(kind(problems))) {
      failures.add(smallest(run, values, kind(problems)));
    }
  }

  private MapNode drawn(SplittableRandom random) {
    double density = DENSITIES[random.nextInt(DENSITIES.length)];
    MapNode values = MapNode.EMPTY;
    for (Map.Entry<String, Node> schema : subject.schemas().entrySet()) {
      ValueDraw draw = new ValueDraw(schema.getValue(), random, density);
      String name = schema.getKey();
      if (name.isEmpty()) {
        values = draw.top(schema.getValue(), subject.defaults());
      } else if (!values.has(name)) {
        MapNode own = draw.top(schema.getValue(), subject.defaults().map(name));
        values = own.isEmpty() ? values : values.with(name, own);
      }
    }
    return values;
  }

  /** Values without the one that the schema refuses, where it is one. */
  private Optional<MapNode> mended(MapNode values) {
    for (String key : values.keys()) {
      MapNode without = values.without(key);
      if (subject.fits(without)) {
        return Optional.of(without);
      }
    }
    return Optional.empty();
  }

  /** What makes two failures the same: what is wrong, and where in the chart. */
  private static String kind(List<Problem> problems) {
    Problem first = problems.getFirst();
    return first.code() + " " + first.location();
  }

  private Counterexample smallest(int run, MapNode values, String kind) {
    MapNode small =
        Shrinking.of(
            values,
            some -> {
              if (time().compareTo(settings.limit()) > 0 || !subject.fits(some)) {
                return false;
              }
              List<Problem> problems = problems(some);
              return !problems.isEmpty() && kind(problems).equals(kind);
            });
    String text = YamlWriter.write(small);
    // Read again, so that problems can point at the lines that people will see.
    Node read = YamlReader.read(new Source(Counterexample.FILE, text));
    MapNode placed = read instanceof MapNode map ? map : MapNode.EMPTY;
    return new Counterexample(run, small, text, problems(placed));
  }

  /** What is wrong with the rendering of values; nothing where all is well. */
  private List<Problem> problems(MapNode values) {
    try {
      RenderedCase rendered = subject.render(values);
      rendered.documents().forEach(PropertyRun::reread);
      return refused(rendered.findings());
    } catch (ChartException e) {
      return refused(e.problems());
    } catch (RuntimeException e) {
      throw new IllegalStateException("rendering fails with the values " + values, e);
    }
  }

  private List<Problem> refused(List<Problem> problems) {
    List<Problem> refused = new ArrayList<>();
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR && !isAllowed(problem)) {
        refused.add(problem);
      }
    }
    return refused;
  }

  private boolean isAllowed(Problem problem) {
    return settings.allowed().stream().anyMatch(each -> each.matches(problem));
  }

  /** Manifests are sent as texts: one that says something else than its data is a bug of ours. */
  private static void reread(Resource document) {
    Source text = new Source(document.source(), document.text());
    Problems problems = new Problems();
    List<Node> read = YamlReader.readAll(text, SourceMap.of(text), problems);
    if (problems.hasErrors() || !read.contains(document.content())) {
      throw new IllegalStateException(
          "the text of " + document.id() + " reads as something else: " + document.text());
    }
  }
}
