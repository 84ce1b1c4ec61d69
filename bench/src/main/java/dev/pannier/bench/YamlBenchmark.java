package dev.pannier.bench;

import dev.pannier.engine.Pannier;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/** How long what the chart {@code web} renders to takes to be read and written. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class YamlBenchmark {
  private final List<Resource> resources = resources();

  private static List<Resource> resources() {
    RenderRequest request =
        RenderRequest.builder(
                ChartLoader.load(Path.of("charts/web")), ReleaseId.of("default", "web"))
            .build();
    return new Pannier(Clock.systemUTC(), new SplittableRandom(1)).render(request).resources();
  }

  /** All of its documents, from text to nodes that know their places. */
  @Benchmark
  public void read(Blackhole hole) {
    for (Resource resource : resources) {
      hole.consume(YamlReader.read(new Source("", resource.text())));
    }
  }

  /** All of its documents, from nodes to text. */
  @Benchmark
  public void write(Blackhole hole) {
    for (Resource resource : resources) {
      hole.consume(YamlWriter.write(resource.content()));
    }
  }
}
