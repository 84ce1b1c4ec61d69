package dev.pannier.engine.template.handlebars;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The partials that all templates of a chart and its subcharts share. */
final class Partials {

  private final Map<String, Lent> inline = new HashMap<>();
  private final Map<String, Lent> files = new HashMap<>();

  /** Adds an inline partial; the last of a name counts, as Helm's last definition does. */
  void add(Lent partial) {
    inline.put(partial.name(), partial);
  }

  /** Adds a file by the names it has in its chart; other charts put the chart's name before. */
  void addFile(String chart, List<String> names, Lent partial) {
    for (String name : names) {
      files.put(chart + "/" + name, partial);
      files.put(chart + "." + name, partial);
    }
  }

  @Nullable Lent find(String name, String chart) {
    Lent shared = inline.get(name);
    if (shared != null) {
      return shared;
    }
    Lent own = files.get(chart + "/" + name);
    return own != null ? own : files.get(name);
  }

  Iterable<String> names() {
    TreeSet<String> names = new TreeSet<>(inline.keySet());
    files.forEach((name, partial) -> names.add(partial.name()));
    return names;
  }
}
