package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All that the templates of one chart can call during one render. */
final class ReleaseFunctions implements Functions {

  private final Functions pure;
  private final Map<String, Function> bound;

  ReleaseFunctions(Functions pure, Map<String, Function> release, Chart chart) {
    this.pure = pure;
    this.bound = new HashMap<>(release);
    new FileFunctions(chart)
        .all()
        .forEach((name, helper) -> bound.put(name, Function.strict(helper)));
  }

  @Override
  public Optional<Function> find(String name) {
    Function own = bound.get(name);
    return own == null ? pure.find(name) : Optional.of(own);
  }

  @Override
  public Iterable<String> names() {
    TreeSet<String> names = new TreeSet<>(bound.keySet());
    pure.names().forEach(names::add);
    names.add("include");
    names.add("tpl");
    return names;
  }
}
