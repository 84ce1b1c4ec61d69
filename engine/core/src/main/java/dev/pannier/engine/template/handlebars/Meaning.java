package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.values.ValueUse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an expression may lead to, whatever the values are.
 *
 * @param values places in the values, each a path from the root of all values
 * @param roots charts whose objects it may be, each the path of its values
 * @param fields what is known of its keys where a template made it
 */
record Meaning(Set<List<String>> values, Set<List<String>> roots, Map<String, Meaning> fields) {

  private static final int LONGEST = 32;

  /** Nothing that comes from values. */
  static final Meaning OTHER = new Meaning(Set.of(), Set.of(), Map.of());

  /** The objects of a chart. */
  static Meaning root(List<String> chart) {
    return new Meaning(Set.of(), Set.of(List.copyOf(chart)), Map.of());
  }

  static Meaning value(List<String> path) {
    return new Meaning(Set.of(List.copyOf(path)), Set.of(), Map.of());
  }

  static Meaning made(Map<String, Meaning> fields) {
    return new Meaning(Set.of(), Set.of(), Map.copyOf(fields));
  }

  /** Either of the two. */
  Meaning or(Meaning other) {
    if (this == OTHER || other == OTHER) {
      return this == OTHER ? other : this;
    }
    Set<List<String>> bothValues = new LinkedHashSet<>(values);
    bothValues.addAll(other.values);
    Set<List<String>> bothRoots = new LinkedHashSet<>(roots);
    bothRoots.addAll(other.roots);
    Map<String, Meaning> bothFields = new LinkedHashMap<>(fields);
    other.fields.forEach((key, meaning) -> bothFields.merge(key, meaning, Meaning::or));
    return new Meaning(bothValues, bothRoots, bothFields);
  }

  /** With some keys set. */
  Meaning with(Map<String, Meaning> more) {
    Map<String, Meaning> all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new Meaning(values, roots, all);
  }

  /** What lies under a key; {@link ValueUse#ANY} for any of them. */
  Meaning child(String key) {
    Meaning own = fields.get(key);
    if (own != null) {
      return own;
    }
    Meaning found = OTHER;
    for (Map.Entry<String, Meaning> field : fields.entrySet()) {
      if (key.equals(ValueUse.ANY) || field.getKey().equals(ValueUse.ANY)) {
        found = found.or(field.getValue());
      }
    }
    for (List<String> value : values) {
      found = found.or(below(value, key));
    }
    for (List<String> root : roots) {
      found = found.or(ofRoot(root, key));
    }
    return found;
  }

  private static Meaning below(List<String> path, String key) {
    return path.size() >= LONGEST ? value(path) : value(join(path, key));
  }

  private static Meaning ofRoot(List<String> root, String key) {
    return switch (key) {
      case "Values" -> value(root);
      case "Subcharts" -> new Meaning(Set.of(), Set.of(), Map.of(ValueUse.ANY, subcharts(root)));
      case ValueUse.ANY -> value(root);
      default -> OTHER;
    };
  }

  /** Which subchart it is does not count: what is asked of one may be asked of all. */
  private static Meaning subcharts(List<String> root) {
    return root(join(root, ValueUse.ANY));
  }

  static List<String> join(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }
}
