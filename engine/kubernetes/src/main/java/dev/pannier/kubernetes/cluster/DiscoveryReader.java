package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the answers of a server that is asked what it serves. */
final class DiscoveryReader {

  private DiscoveryReader() {}

  /** Whether an answer tells all kinds at once, as servers do since 1.26. */
  static boolean isAggregated(MapNode answer) {
    return "APIGroupDiscoveryList".equals(answer.text("kind").orElse(""));
  }

  /** The kinds of an aggregated answer, by group and version. */
  static Map<String, Map<String, ServedKind>> aggregated(MapNode answer) {
    Map<String, Map<String, ServedKind>> served = new LinkedHashMap<>();
    for (MapNode group : maps(answer.list("items"))) {
      String name = group.map("metadata").text("name").orElse("");
      for (MapNode version : maps(group.list("versions"))) {
        String number = version.text("version").orElse("");
        String apiVersion = name.isEmpty() ? number : name + "/" + number;
        Map<String, ServedKind> kinds = new LinkedHashMap<>();
        for (MapNode resource : maps(version.list("resources"))) {
          String kind = resource.map("responseKind").text("kind").orElse("");
          boolean namespaced = "Namespaced".equals(resource.text("scope").orElse(""));
          String plural = resource.text("resource").orElse("");
          kinds.putIfAbsent(kind, new ServedKind(apiVersion, kind, plural, namespaced));
        }
        served.put(apiVersion, kinds);
      }
    }
    return served;
  }

  /** The versions that an older server's answer for the core group, or for all others, names. */
  static List<String> versions(MapNode answer) {
    List<String> versions = new ArrayList<>();
    for (Node each : answer.list("versions")) {
      if (each instanceof ScalarNode version) {
        versions.add(version.text());
      }
    }
    for (MapNode group : maps(answer.list("groups"))) {
      for (MapNode version : maps(group.list("versions"))) {
        version.text("groupVersion").ifPresent(versions::add);
      }
    }
    return versions;
  }

  /** The kinds of one group and version; what has a slash in its name belongs to another kind. */
  static Map<String, ServedKind> kinds(String apiVersion, MapNode answer) {
    Map<String, ServedKind> kinds = new LinkedHashMap<>();
    for (MapNode resource : maps(answer.list("resources"))) {
      String plural = resource.text("name").orElse("");
      String kind = resource.text("kind").orElse("");
      if (plural.indexOf('/') < 0) {
        boolean namespaced = resource.get("namespaced") instanceof BoolNode flag && flag.value();
        kinds.putIfAbsent(kind, new ServedKind(apiVersion, kind, plural, namespaced));
      }
    }
    return kinds;
  }

  private static List<MapNode> maps(ListNode list) {
    List<MapNode> maps = new ArrayList<>();
    for (Node each : list) {
      if (each instanceof MapNode map) {
        maps.add(map);
      }
    }
    return maps;
  }
}
