package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.kind.ImmutableFields;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what a chart renders to with what it renders to another time, as an upgrade does. */
final class UpgradeCheck {

  private UpgradeCheck() {}

  /** What is other although neither the chart nor the values are. */
  static void byItself(List<Resource> first, List<Resource> again, Findings findings) {
    for (int i = 0; i < Math.min(first.size(), again.size()); i++) {
      Resource one = first.get(i);
      Resource other = again.get(i);
      List<Node> changed = new ArrayList<>();
      differences(one.content(), other.content(), changed);
      for (Node node : changed) {
        findings.add(
            Rule.CHANGES_BY_ITSELF,
            place(node, one),
            "`%s` is another each time it is rendered, so that every upgrade changes it."
                .formatted(one.id()),
            "Make what is random once, by `generated`, and leave out what tells the time.");
      }
    }
  }

  /** What a new version of the chart changes and an API server refuses to change. */
  static void byVersion(List<Resource> before, List<Resource> newer, Findings findings) {
    Map<String, Resource> known = new HashMap<>();
    newer.forEach(resource -> known.put(key(resource), resource));
    for (Resource resource : before) {
      Resource next = known.get(key(resource));
      if (next != null) {
        for (List<String> path : ImmutableFields.of(resource.content(), next.content())) {
          compare(resource, next, path, findings);
        }
      }
    }
  }

  private static String key(Resource resource) {
    return resource.id().group() + " " + resource.id() + " " + resource.id().namespace();
  }

  private static void compare(
      Resource before, Resource next, List<String> path, Findings findings) {
    String[] keys = path.toArray(String[]::new);
    Node old = before.content().at(keys);
    Node now = next.content().at(keys);
    List<Node> changed = new ArrayList<>();
    differences(old, now, changed);
    if (!changed.isEmpty()) {
      findings.add(
          Rule.IMMUTABLE_FIELD,
          place(changed.getFirst(), before),
          "This changes with the version of the chart, but `%s` of `%s` cannot be changed once it"
                  .formatted(String.join(".", path), before.id())
              + " is there.",
          before.id().kind().equals("Job")
              ? "Make it a hook, or give it a name with `Release.Revision` in it."
              : "Leave versions out of it.");
    }
  }

  private static Location place(Node node, Resource resource) {
    return node.origin().isKnown() ? node.origin() : resource.content().origin();
  }

  /** The nodes of the first tree that are not the same in the second. */
  private static void differences(@Nullable Node one, @Nullable Node other, List<Node> changed) {
    if (one == null || Objects.equals(one, other)) {
      return;
    }
    switch (one) {
      case MapNode map when other instanceof MapNode with && map.keys().equals(with.keys()) -> {
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
          if (!entry.getKey().startsWith("checksum/")) {
            differences(entry.getValue(), with.get(entry.getKey()), changed);
          }
        }
      }
      case ListNode list when other instanceof ListNode with && list.size() == with.size() -> {
        for (int i = 0; i < list.size(); i++) {
          differences(list.get(i), with.get(i), changed);
        }
      }
      case MapNode _, ListNode _, ScalarNode _ -> changed.add(one);
    }
  }
}
