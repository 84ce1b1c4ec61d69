package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.template.Rendering;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One renderer, many threads: the same input gives the same bytes. */
class RenderingThreadsTest {

  private static final int THREADS = 8;
  private static final int RENDERS = 200;

  @Test
  void eight_threads_write_equal_bytes() throws Exception {
    Chart web = RenderedChart.load(RenderedChart.WEB);
    MapNode production = RenderedChart.values(RenderedChart.WEB.resolve("values-prod.yaml"));
    List<RenderedChart> charts =
        List.of(
            RenderedChart.of(web, MapNode.EMPTY),
            RenderedChart.of(web, production),
            Places.chart().withValues(Places.values("some text")));
    List<String> alone =
        charts.stream().map(chart -> bytes(chart.render(new ChartRenderer()))).toList();

    // Nothing is compiled yet: the threads also race for that.
    ChartRenderer shared = new ChartRenderer();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> equal = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        equal.add(
            pool.submit(() -> {
              start.await();
              return equalRenders(shared, charts, alone, first);
            }));
      }
      for (Future<Integer> one : equal) {
        assertThat(one.get()).isEqualTo(RENDERS);
      }
    }
  }

  /** Threads begin with different charts, so that at any time some render the same and some not. */
  private static int equalRenders(
      ChartRenderer shared, List<RenderedChart> charts, List<String> alone, int first) {
    int equal = 0;
    for (int i = 0; i < RENDERS; i++) {
      int which = (first + i) % charts.size();
      if (bytes(charts.get(which).render(shared)).equals(alone.get(which))) {
        equal++;
      }
    }
    return equal;
  }

  private static String bytes(Rendering rendering) {
    return ManifestText.write(rendering.resources()) + rendering.notes() + rendering.generated();
  }
}
