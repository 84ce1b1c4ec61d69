package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what a change of a custom resource definition would do to the resources that are there:
 * rules in the sense of kapp's preflight check (pkg/kapp/crdupgradesafety).
 */
final class DefinitionSafety {
  /**
   * A change that existing resources or their users may not survive.
   *
   * @param path in the new definition: {@code spec.versions[name="v1"].served}
   * @param message a whole sentence
   */
  record Harm(String path, String message) {}

  private final List<Harm> harms = new ArrayList<>();

  private DefinitionSafety() {}

  /** What is harmful about a change. */
  static List<Harm> compare(MapNode live, MapNode wanted) {
    DefinitionSafety safety = new DefinitionSafety();
    safety.definition(live, wanted);
    return List.copyOf(safety.harms);
  }

  private void harm(String path, String message) {
    harms.add(new Harm(path, message));
  }

  private void definition(MapNode live, MapNode wanted) {
    MapNode before = live.map("spec");
    MapNode after = wanted.map("spec");
    String scope = before.text("scope").orElse("");
    String newScope = after.text("scope").orElse(scope);
    if (!scope.equals(newScope)) {
      harm("spec.scope", "The scope changes from " + scope + " to " + newScope + ".");
    }
    Map<String, MapNode> old = versions(before);
    Map<String, MapNode> now = versions(after);
    for (Node stored : live.map("status").list("storedVersions")) {
      if (stored instanceof TextNode version && !now.containsKey(version.text())) {
        harm(
            "spec.versions",
            "Version `" + version.text() + "` goes, and resources are still stored in it.");
      }
    }
    conversion(before, after, now.size());
    old.forEach((name, version) -> {
      MapNode next = now.get(name);
      if (next != null) {
        version(name, version, next);
      } else if (isServed(version)) {
        harm("spec.versions", "Version `" + name + "` is not served any more.");
      }
    });
  }

  private void conversion(MapNode before, MapNode after, int versions) {
    String old = before.map("conversion").text("strategy").orElse("None");
    String now = after.map("conversion").text("strategy").orElse("None");
    if (old.equals("Webhook") && now.equals("None") && versions > 1) {
      harm("spec.conversion", "No webhook converts between its versions any more.");
    }
  }

  private static Map<String, MapNode> versions(MapNode spec) {
    Map<String, MapNode> versions = new LinkedHashMap<>();
    for (Node each : spec.list("versions")) {
      if (each instanceof MapNode version) {
        versions.put(version.text("name").orElse(""), version);
      }
    }
    if (versions.isEmpty()) {
      spec.text("version").ifPresent(name -> versions.put(name, spec));
    }
    return versions;
  }

  private static boolean isServed(MapNode version) {
    return !BoolNode.FALSE.equals(version.get("served"));
  }

  private void version(String name, MapNode before, MapNode after) {
    String path = "spec.versions[name=\"" + name + "\"]";
    if (isServed(before) && !isServed(after)) {
      harm(path + ".served", "Version `" + name + "` is not served any more.");
    }
    if (before.has("schema")) {
      SchemaSafety schema =
          new SchemaSafety("`" + name + "`", path + ".schema.openAPIV3Schema", this::harm);
      schema.compare(
          before.map("schema").map("openAPIV3Schema"), after.map("schema").map("openAPIV3Schema"));
    } else if (before.has("validation")) {
      SchemaSafety schema =
          new SchemaSafety("`" + name + "`", "spec.validation.openAPIV3Schema", this::harm);
      schema.compare(
          before.map("validation").map("openAPIV3Schema"),
          after.map("validation").map("openAPIV3Schema"));
    }
  }

  /** Whether two definitions say the same, what a server fills in aside. */
  static boolean isSame(MapNode live, MapNode wanted) {
    return withDefaults(live.map("spec")).equals(withDefaults(wanted.map("spec")))
        && covers(live.map("metadata").map("labels"), wanted.map("metadata").map("labels"))
        && covers(
            live.map("metadata").map("annotations"), wanted.map("metadata").map("annotations"));
  }

  private static boolean covers(MapNode live, MapNode wanted) {
    return wanted.entries().entrySet().stream()
        .allMatch(each -> each.getValue().equals(live.get(each.getKey())));
  }

  private static MapNode withDefaults(MapNode spec) {
    MapNode names = spec.map("names");
    String kind = names.text("kind").orElse("");
    names = filled(names, "listKind", Node.of(kind + "List"));
    names = filled(names, "singular", Node.of(kind.toLowerCase(java.util.Locale.ROOT)));
    List<Node> versions = new ArrayList<>();
    for (Node each : spec.list("versions")) {
      versions.add(
          each instanceof MapNode version
              ? filled(filled(version, "served", BoolNode.TRUE), "storage", BoolNode.FALSE)
              : each);
    }
    MapNode conversion = filled(spec.map("conversion"), "strategy", Node.of("None"));
    return spec.with("names", names)
        .with("versions", ListNode.of(versions))
        .with("conversion", conversion)
        .without("preserveUnknownFields");
  }

  private static MapNode filled(MapNode map, String key, Node value) {
    return map.has(key) ? map : map.with(key, value);
  }
}
