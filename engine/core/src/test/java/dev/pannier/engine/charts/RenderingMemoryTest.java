package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.yaml.MapNode;
import org.junit.jupiter.api.Test;

/** Renders leave nothing behind. */
class RenderingMemoryTest {

  /** Much less than what 9,000 renders would leave if each left only a hundred bytes. */
  private static final long TOLERANCE = 512 << 10;

  private static final MapNode MINIMAL =
      RenderedChart.values(RenderedChart.WEB.resolve("tests/minimal/values.yaml"));

  private final ChartRenderer renderer = new ChartRenderer();

  @Test
  void ten_thousand_renders_of_a_chart_leave_the_heap_as_it_was() {
    RenderedChart web = web();
    String first = web.manifest(renderer);
    render(web, 1_000);
    long before = used();
    render(web, 9_000);

    assertThat(used() - before).isLessThan(TOLERANCE);
    assertThat(web.manifest(renderer)).isEqualTo(first);
  }

  @Test
  void charts_that_are_loaded_anew_each_time_are_forgotten() {
    load(20);
    long before = used();
    load(60);

    assertThat(used() - before).isLessThan(TOLERANCE);
  }

  private static RenderedChart web() {
    return RenderedChart.of(RenderedChart.load(RenderedChart.WEB), MINIMAL);
  }

  private void render(RenderedChart chart, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(chart.render(renderer).resources()).isNotEmpty();
    }
  }

  private void load(int times) {
    for (int i = 0; i < times; i++) {
      render(web(), 1);
    }
  }

  /** What is live: the least of some collections, since other tests' leftovers may go late. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime jvm = Runtime.getRuntime();
      least = Math.min(least, jvm.totalMemory() - jvm.freeMemory());
    }
    return least;
  }
}
