package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a custom kind.
 *
 * @param namespaced null where nobody says
 * @param served whether clusters take it
 * @param deprecation what clusters warn of; null where they do not
 * @param schema JSON schema; empty where there is none
 * @param closed whether a field that the schema does not name is unknown, unless the schema says
 *     otherwise
 */
record CustomKind(
    String group,
    String version,
    String kind,
    @Nullable Boolean namespaced,
    boolean served,
    @Nullable String deprecation,
    MapNode schema,
    boolean closed) {

  static final String DEFINITION = "CustomResourceDefinition";

  /** What a custom resource definition defines (apiextensions.k8s.io, v1 and v1beta1). */
  static List<CustomKind> of(MapNode definition) {
    MapNode spec = definition.map("spec");
    List<CustomKind> versions = new ArrayList<>();
    for (Node item : spec.list("versions")) {
      if (item instanceof MapNode version) {
        versions.add(of(spec, version));
      }
    }
    if (versions.isEmpty() && spec.text("version").isPresent()) {
      versions.add(of(spec, MapNode.EMPTY.with("name", Node.of(spec.text("version").get()))));
    }
    return versions;
  }

  private static CustomKind of(MapNode spec, MapNode version) {
    MapNode own = version.map("schema").map("openAPIV3Schema");
    MapNode schema = own.isEmpty() ? spec.map("validation").map("openAPIV3Schema") : own;
    boolean deprecated = BoolNode.of(true).equals(version.get("deprecated"));
    return new CustomKind(
        spec.text("group").orElse(""),
        version.text("name").orElse(""),
        spec.map("names").text("kind").orElse(""),
        !spec.text("scope").orElse("").equals("Cluster"),
        !BoolNode.of(false).equals(version.get("served")),
        deprecated ? version.text("deprecationWarning").orElse("") : null,
        BoolNode.of(true).equals(spec.get("preserveUnknownFields")) ? MapNode.EMPTY : schema,
        true);
  }

  String apiVersion() {
    return group + "/" + version;
  }
}
