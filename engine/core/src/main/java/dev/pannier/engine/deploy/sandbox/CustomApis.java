package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** What a definition of a custom resource makes a cluster serve. */
final class CustomApis {

  private CustomApis() {}

  /** With and without the kind: {@code example.com/v1}, {@code example.com/v1/Backup}. */
  static List<String> of(MapNode definition) {
    String group = group(definition);
    String kind = kind(definition);
    List<String> apis = new ArrayList<>();
    for (Node version : definition.map("spec").list("versions")) {
      if (version instanceof MapNode map && !BoolNode.FALSE.equals(map.get("served"))) {
        String api = group + "/" + map.text("name").orElse("");
        apis.add(api);
        apis.add(api + "/" + kind);
      }
    }
    return apis;
  }

  static String group(MapNode definition) {
    return definition.map("spec").text("group").orElse("");
  }

  static String kind(MapNode definition) {
    return definition.map("spec").map("names").text("kind").orElse("");
  }
}
