package dev.pannier.bench;

import dev.pannier.engine.Pannier;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.RenderResult;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.release.ReleaseId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many times per second the chart {@code web} is rendered by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ChartBenchmark {
  private static final Path FOLDER = Path.of("charts/web");

  private final Pannier warm = engine();
  private final Chart chart = ChartLoader.load(FOLDER);

  /** The chart is parsed and compiled: values, schema, templates, manifests. */
  @Benchmark
  public RenderResult render() {
    return render(warm, chart);
  }

  /** Nothing is reused: as above, after reading the folder and compiling the templates. */
  @Benchmark
  public RenderResult renderFromScratch() {
    return render(engine(), ChartLoader.load(FOLDER));
  }

  private static Pannier engine() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    return new Pannier(clock, new SplittableRandom(1));
  }

  private static RenderResult render(Pannier engine, Chart chart) {
    return engine.render(RenderRequest.builder(chart, ReleaseId.of("default", "web")).build());
  }
}
