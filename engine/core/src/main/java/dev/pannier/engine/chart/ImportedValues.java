package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes {@code import-values} from subcharts' defaults into their parent's, below what the parent
 * sets itself. As in Helm, what users set for the subchart is not imported.
 */
final class ImportedValues {

  private static final String ROOT = ".";

  private final Problems warnings;

  private ImportedValues(Problems warnings) {
    this.warnings = warnings;
  }

  /** A chart whose defaults, and whose subcharts' defaults, have what they import. */
  static Chart into(Chart chart, Problems warnings) {
    return new ImportedValues(warnings).into(chart);
  }

  private Chart into(Chart chart) {
    List<Chart> charts = new ArrayList<>();
    for (Chart subchart : chart.dependencies()) {
      charts.add(into(subchart));
    }
    Chart imported = chart.withDependencies(charts);
    return hasImports(chart) ? importing(imported) : imported;
  }

  private static boolean hasImports(Chart chart) {
    for (Dependency dependency : chart.metadata().dependencies()) {
      if (!dependency.importValues().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Chart importing(Chart chart) {
    MapNode defaults = ValuesTree.defaults(chart, new Problems());
    MapNode imports = MapNode.EMPTY;
    for (Dependency dependency : chart.metadata().dependencies()) {
      for (Node item : dependency.importValues()) {
        String child =
            item instanceof MapNode pair ? text(pair, "child") : "exports." + scalar(item);
        String parent = item instanceof MapNode pair ? text(pair, "parent") : ROOT;
        Optional<MapNode> table = table(defaults, dependency, child);
        if (table.isPresent()) {
          imports = ValuesMerge.merge(imports, at(parent, table.get()));
        } else {
          warnings.add(missing(dependency, child, item));
        }
      }
    }
    return chart.withValues(ValuesMerge.merge(defaults, imports));
  }

  private static String text(MapNode pair, String key) {
    return pair.text(key).orElse("");
  }

  private static String scalar(Node item) {
    return item instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static Optional<MapNode> table(MapNode defaults, Dependency dependency, String path) {
    Node found = defaults.map(dependency.effectiveName()).at(path.split("\\.", -1));
    return found instanceof MapNode table ? Optional.of(table) : Optional.empty();
  }

  /** A map that has a table at a path. */
  private static MapNode at(String path, MapNode table) {
    if (path.equals(ROOT)) {
      return table;
    }
    MapNode result = table;
    String[] keys = path.split("\\.", -1);
    for (int i = keys.length - 1; i >= 0; i--) {
      result = MapNode.of(Map.of(keys[i], result));
    }
    return result;
  }

  private static Problem missing(Dependency dependency, String child, Node item) {
    return Problem.warning(
            "chart.import-missing",
            "The defaults of the dependency `%s` have no map at `%s` to import."
                .formatted(dependency.effectiveName(), child))
        .at(item.origin())
        .hint(
            "Write the map into the values.yaml of `"
                + dependency.name()
                + "`; a single value cannot be imported.");
  }
}
