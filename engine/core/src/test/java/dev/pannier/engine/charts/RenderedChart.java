package dev.pannier.engine.charts;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.chart.SchemaCheck;
import dev.pannier.engine.chart.ValuesTree;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.template.ClusterLookup;
import dev.pannier.engine.template.ReleaseContext;
import dev.pannier.engine.template.RenderInput;
import dev.pannier.engine.template.RenderLimits;
import dev.pannier.engine.template.Rendering;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
 * A chart and what it takes to render it again and again with the same result.
 *
 * @param chart its dependencies switched on and off
 * @param values coalesced
 * @param warnings of merging
 */
record RenderedChart(Chart chart, MapNode values, ReleaseContext release, List<Problem> warnings) {

  /** The charts that ship with Pannier. */
  static final Path SHIPPED = Path.of("..", "..", "charts");

  static final Path WEB = SHIPPED.resolve("web");

  private static final ReleaseContext RELEASE = new ReleaseContext("demo", "shop", 1, true, false);

  /** The names of those that have tests of their own: all but libraries. */
  static List<String> charts() {
    try (var folders = Files.list(SHIPPED)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("tests")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Chart load(Path folder) {
    return ChartLoader.load(folder);
  }

  static RenderedChart of(Chart chart, MapNode user) {
    Problems warnings = new Problems();
    Chart resolved = ChartDependencies.resolve(chart, user, warnings);
    MapNode values = ValuesTree.coalesce(resolved, user, warnings);
    return new RenderedChart(resolved, values, RELEASE, warnings.all());
  }

  RenderedChart withRelease(ReleaseContext other) {
    return new RenderedChart(chart, values, other, warnings);
  }

  RenderedChart withChart(Chart other) {
    return new RenderedChart(other, values, release, warnings);
  }

  RenderedChart withValues(MapNode other) {
    return new RenderedChart(chart, other, release, warnings);
  }

  static MapNode values(Path file) {
    Node read = YamlReader.read(new Source(file.getFileName().toString(), read(file)));
    return read instanceof MapNode map ? map : MapNode.EMPTY;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the chart's schema has against the values, and what merging told. */
  List<Problem> findings() {
    List<Problem> all = new ArrayList<>(warnings);
    all.addAll(SchemaCheck.check(chart, values));
    return all;
  }

  Rendering render(ChartRenderer renderer) {
    return renderer.render(
        new RenderInput(
            chart,
            values,
            release,
            new Capabilities("v1.36.0", Set.of("v1", "apps/v1")),
            ClusterLookup.NONE,
            MapNode.EMPTY,
            RenderLimits.DEFAULT,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            random(1)));
  }

  String manifest(ChartRenderer renderer) {
    return ManifestText.write(render(renderer).resources());
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
