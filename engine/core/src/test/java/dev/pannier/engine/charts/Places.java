package dev.pannier.engine.charts;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A chart with an interpolation at every kind of place, as a whole and file by file. */
final class Places {

  private static final Path FOLDER = Path.of("src", "test", "resources", "charts", "places");

  private static final RenderedChart WHOLE =
      RenderedChart.of(RenderedChart.load(FOLDER), MapNode.EMPTY);

  /** How the text of a template may lie in its file. */
  enum Layout {
    AS_WRITTEN(text -> text),
    WINDOWS(text -> text.replace("\n", "\r\n")),
    UNENDED(text -> text.substring(0, text.length() - 1));

    private final UnaryOperator<String> edit;

    Layout(UnaryOperator<String> edit) {
      this.edit = edit;
    }
  }

  private Places() {}

  /** The files that take any string: not those whose places want maps or lists. */
  static RenderedChart chart() {
    return keeping(WHOLE.chart().templates().stream().filter(file -> !isLines(file)).toList());
  }

  private static boolean isLines(ChartFile file) {
    return file.path().endsWith("-lines.yaml.hbs");
  }

  private static RenderedChart keeping(List<ChartFile> templates) {
    Chart own = WHOLE.chart();
    return WHOLE.withChart(
        new Chart(
            own.metadata(),
            own.values(),
            own.valuesFile(),
            own.schema(),
            own.lock(),
            templates,
            own.crds(),
            own.files(),
            own.dependencies()));
  }

  /** Each file by itself, in each layout. */
  static List<Spot> spots() {
    List<Spot> spots = new ArrayList<>();
    for (ChartFile file : WHOLE.chart().templates()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (name.startsWith("_") || name.startsWith("NOTES")) {
        continue;
      }
      for (Layout layout : Layout.values()) {
        RenderedChart alone = keeping(List.of(laidOut(file, layout), partials(layout)));
        spots.add(
            new Spot(name + " " + layout, false, value -> alone.withValues(values(alone, value))));
      }
    }
    return spots;
  }

  private static ChartFile partials(Layout layout) {
    return WHOLE.chart().templates().stream()
        .filter(file -> file.path().endsWith("/_partials.hbs"))
        .map(file -> laidOut(file, layout))
        .findFirst()
        .orElseThrow();
  }

  private static ChartFile laidOut(ChartFile file, Layout layout) {
    byte[] bytes = layout.edit.apply(file.text()).getBytes(StandardCharsets.UTF_8);
    return new ChartFile(file.path(), file.displayPath(), bytes);
  }

  /** The chart's values with a string at all places. */
  static MapNode values(String text) {
    return values(WHOLE, TextNode.of(text));
  }

  private static MapNode values(RenderedChart chart, Node value) {
    MapNode values = chart.values();
    List<Node> list = new ArrayList<>(values.list("list").items());
    list.set(1, value);
    MapNode item = MapNode.of(Map.of("name", value));
    MapNode deep = MapNode.EMPTY.with("list", ListNode.of(List.of(item))).with("x", value);
    return values
        .with("x", value)
        .with("list", ListNode.of(list))
        .with("map", values.map("map").with("within", value))
        .with("keyed", keyed(values.map("keyed"), value))
        .with("nested", MapNode.of(Map.of("deep", deep)));
  }

  private static MapNode keyed(MapNode map, Node value) {
    Map<String, Node> entries = new LinkedHashMap<>();
    map.entries()
        .forEach((key, node) -> {
          boolean tried = key.equals("text") && value instanceof TextNode;
          entries.put(tried ? ((TextNode) value).text() : key, node);
        });
    return MapNode.of(entries);
  }
}
