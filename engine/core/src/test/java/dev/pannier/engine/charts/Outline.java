package dev.pannier.engine.charts;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;

/** The shape of documents: files, keys and items, and no values. */
final class Outline {

  private final StringBuilder out = new StringBuilder();

  private Outline() {}

  static String of(List<Resource> resources) {
    Outline outline = new Outline();
    for (Resource resource : resources) {
      outline.out.append(resource.source()).append(' ').append(resource.id().kind()).append('\n');
      outline.add(resource.content(), "  ");
    }
    return outline.out.toString();
  }

  private void add(Node node, String indent) {
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach((key, value) -> {
                out.append(indent).append(key).append(":\n");
                add(value, indent + "  ");
              });
      case ListNode list ->
          list.forEach(item -> {
            out.append(indent).append("-\n");
            add(item, indent + "  ");
          });
      case ScalarNode _ -> {}
    }
  }
}
