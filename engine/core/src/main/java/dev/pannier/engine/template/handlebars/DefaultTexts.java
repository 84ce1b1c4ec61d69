package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The strings among the default values that may be templates themselves. */
final class DefaultTexts {

  private final List<String> found = new ArrayList<>();

  private DefaultTexts() {}

  /** All that lie at or below places of the values. */
  static List<String> at(List<List<String>> paths, MapNode values) {
    DefaultTexts texts = new DefaultTexts();
    for (List<String> path : paths) {
      texts.descend(values, path);
    }
    return texts.found;
  }

  private void descend(Node node, List<String> path) {
    switch (node) {
      case MapNode map -> {
        for (var entry : map.entries().entrySet()) {
          step(entry.getKey(), entry.getValue(), path);
        }
      }
      case ListNode list -> list.forEach(item -> step(ValueUse.ANY, item, path));
      case TextNode text -> {
        if (path.isEmpty()) {
          found.add(text.text());
        }
      }
      case Node _ -> {}
    }
  }

  private void step(String key, Node child, List<String> path) {
    if (path.isEmpty()) {
      descend(child, path);
    } else if (path.getFirst().equals(ValueUse.ANY)
        || path.getFirst().equals(key)
        || key.equals(ValueUse.ANY)) {
      descend(child, path.subList(1, path.size()));
    }
  }
}
