package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.unit.CaseInput;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.CaseRun;
import dev.pannier.engine.unit.CaseSearch;
import dev.pannier.engine.unit.PropertyFile;
import dev.pannier.engine.unit.RenderedCase;
import dev.pannier.engine.unit.TestCase;
import dev.pannier.engine.unit.property.PropertyReport;
import dev.pannier.engine.unit.property.PropertyRun;
import dev.pannier.engine.unit.property.PropertySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs a chart's own tests. Each case renders in the first second of 1970 and with the same random
 * numbers, so that what templates make of them can be expected.
 */
public final class ChartTests {
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long SEED = 1;

  private final Chart chart;
  private final Path folder;
  private final String shown;
  private final String kubeVersion;
  private final Pannier pannier =
      new Pannier(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), RANDOM.create(SEED));

  /**
   * The tests of a chart.
   *
   * @param folder where the chart was loaded from
   * @param shown what people call the folder
   * @param kubeVersion what cases see that name none; empty for the usual one
   */
  public ChartTests(Chart chart, Path folder, String shown, String kubeVersion) {
    this.chart = chart;
    this.folder = folder;
    this.shown =
        shown.length() > 1 && shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    this.kubeVersion = kubeVersion;
  }

  /**
   * The cases in the chart's tests/ folder.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read
   */
  public CaseSearch.Found cases() {
    return CaseSearch.in(folder, shown);
  }

  /** Runs a case. */
  public CaseResult run(TestCase testCase) {
    return CaseRun.of(testCase, this::render, shown, false);
  }

  /** Runs a case, and writes its expected.yaml or expected.err anew where the rendering differs. */
  public CaseResult update(TestCase testCase) {
    return CaseRun.of(testCase, this::render, shown, true);
  }

  private RenderedCase render(CaseInput input) {
    return render(input, true);
  }

  private RenderedCase render(CaseInput input, boolean schema) {
    RenderRequest request = request(input, schema);
    Pannier.Rendered rendered = pannier.with(RANDOM.create(SEED)).rendered(request);
    RenderResult result = rendered.result();
    List<Resource> documents = new ArrayList<>(result.resources());
    for (Hook hook : result.hooks()) {
      documents.add(hook.resource());
    }
    return new RenderedCase(
        documents,
        result.notes(),
        result.warnings(),
        rendered.notes().explain(ManifestCheck.of(request, result)),
        rendered.notes()::values);
  }

  private RenderRequest request(CaseInput input, boolean schema) {
    RenderRequest.Builder request =
        RenderRequest.builder(chart, ReleaseId.of(input.namespace(), input.release()))
            .values(input.values())
            .schema(schema)
            .revision(input.revision(), input.upgrade())
            .apiVersions(Set.copyOf(input.apiVersions()));
    String version = input.kubeVersion().isEmpty() ? kubeVersion : input.kubeVersion();
    if (!version.isEmpty()) {
      request.kubeVersion(version.startsWith("v") ? version : "v" + version);
    }
    return request.build();
  }

  /**
   * Draws values from the chart's schema and renders each of them; problems that
   * tests/property.yaml allows are no failures.
   *
   * @throws dev.pannier.engine.problem.ChartException when there is no schema, or it is broken
   */
  public PropertyReport property(PropertySettings settings) {
    DrawnValues drawn = DrawnValues.of(chart, values -> render(CaseInput.of(values), false));
    PropertyFile file = PropertyFile.read(folder, shown);
    return PropertyRun.of(drawn, settings.allowing(file.allowed()));
  }
}
