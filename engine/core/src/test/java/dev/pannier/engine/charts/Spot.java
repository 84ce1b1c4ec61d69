package dev.pannier.engine.charts;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.template.ReleaseContext;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Something that a user sets and a template may write.
 *
 * @param textOnly whether nothing but a string can be there: a key, a name
 * @param put the chart with another value there
 */
record Spot(String name, boolean textOnly, Function<Node, RenderedChart> put) {

  /** Values that no template of a chart of ours reads. */
  private static final Set<String> UNREAD = Set.of("common", "global");

  /** Everything in a chart's values, each key and value of it, and the names beside them. */
  static List<Spot> of(RenderedChart chart) {
    List<Spot> spots = new ArrayList<>();
    for (String key : chart.values().keys()) {
      if (!UNREAD.contains(key)) {
        Node value = chart.values().entries().get(key);
        below(
            "Values." + key,
            value,
            node -> chart.withValues(chart.values().with(key, node)),
            spots);
      }
    }
    spots.add(text("Release.Name", name -> chart.withRelease(release(chart, name, "ns"))));
    spots.add(text("Release.Namespace", space -> chart.withRelease(release(chart, "rel", space))));
    // Names of charts are checked when they are loaded: none of them can mean harm.
    spots.add(text("Chart.Version", text -> chart.withChart(metadata(chart.chart(), text, "2"))));
    spots.add(
        text("Chart.AppVersion", text -> chart.withChart(metadata(chart.chart(), "1", text))));
    return spots;
  }

  private static Spot text(String name, Function<String, RenderedChart> put) {
    return new Spot(name, true, node -> put.apply(((ScalarNode) node).text()));
  }

  private static void below(
      String path, Node node, Function<Node, RenderedChart> put, List<Spot> spots) {
    spots.add(new Spot(path, false, put));
    switch (node) {
      case MapNode map -> {
        for (String key : map.keys()) {
          String there = path + "." + key;
          spots.add(
              new Spot(
                  there + " (the key)",
                  true,
                  other -> put.apply(renamed(map, key, ((ScalarNode) other).text()))));
          UnaryOperator<Node> set = value -> map.with(key, value);
          below(there, map.entries().get(key), value -> put.apply(set.apply(value)), spots);
        }
      }
      case ListNode list -> {
        for (int i = 0; i < list.size(); i++) {
          int index = i;
          below(
              path + "[" + i + "]",
              list.get(i),
              value -> {
                List<Node> items = new ArrayList<>(list.items());
                items.set(index, value);
                return put.apply(ListNode.of(items));
              },
              spots);
        }
      }
      case ScalarNode _ -> {}
    }
  }

  private static MapNode renamed(MapNode map, String key, String name) {
    Map<String, Node> entries = new LinkedHashMap<>();
    map.entries().forEach((old, value) -> entries.put(old.equals(key) ? name : old, value));
    return MapNode.of(entries);
  }

  private static ReleaseContext release(RenderedChart chart, String name, String namespace) {
    ReleaseContext own = chart.release();
    return new ReleaseContext(name, namespace, own.revision(), own.isInstall(), own.isUpgrade());
  }

  private static Chart metadata(Chart chart, String version, String appVersion) {
    ChartMetadata own = chart.metadata();
    ChartMetadata other =
        new ChartMetadata(
            own.apiVersion(),
            own.name(),
            version,
            appVersion,
            own.kubeVersion(),
            own.description(),
            own.type(),
            own.home(),
            own.icon(),
            own.sources(),
            own.keywords(),
            own.maintainers(),
            own.dependencies(),
            own.annotations(),
            own.deprecated(),
            own.condition(),
            own.tags(),
            own.raw());
    return new Chart(
        other,
        chart.values(),
        chart.valuesFile(),
        chart.schema(),
        chart.lock(),
        chart.templates(),
        chart.crds(),
        chart.files(),
        chart.dependencies());
  }
}
