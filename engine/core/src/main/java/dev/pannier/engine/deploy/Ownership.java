package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Map;

/**
 * Tells which release a resource belongs to, by Helm's own marks (pkg/action/validate.go), so that
 * each of the two tools can take over what the other made.
 */
final class Ownership {

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String MANAGER = "Helm";
  private static final String NAME = "meta.helm.sh/release-name";
  private static final String NAMESPACE = "meta.helm.sh/release-namespace";
  private static final String POLICY = "helm.sh/resource-policy";

  /** What every object of a release carries; which release it is, the annotations tell. */
  static final Map<String, String> LABELS = Map.of(MANAGED_BY, MANAGER);

  private Ownership() {}

  /** An object with the marks of a release. */
  static MapNode mark(MapNode object, ReleaseId release) {
    MapNode metadata = object.map("metadata");
    MapNode labels = metadata.map("labels").with(MANAGED_BY, Node.of(MANAGER));
    MapNode annotations =
        metadata
            .map("annotations")
            .with(NAME, Node.of(release.name().value()))
            .with(NAMESPACE, Node.of(release.namespace()));
    return object.with(
        "metadata", metadata.with("labels", labels).with("annotations", annotations));
  }

  static boolean belongs(MapNode object, ReleaseId release) {
    MapNode metadata = object.map("metadata");
    MapNode annotations = metadata.map("annotations");
    return metadata.map("labels").text(MANAGED_BY).filter(MANAGER::equals).isPresent()
        && annotations.text(NAME).filter(release.name().value()::equals).isPresent()
        && annotations.text(NAMESPACE).filter(release.namespace()::equals).isPresent();
  }

  /** Whether an object wants to stay when its release no longer wants it. */
  static boolean isKept(MapNode object) {
    return object
        .map("metadata")
        .map("annotations")
        .text(POLICY)
        .filter(policy -> policy.strip().equalsIgnoreCase("keep"))
        .isPresent();
  }

  static Problem foreign(ResourceId id, MapNode live) {
    String owner = owner(live);
    String whose = owner.isEmpty() ? "was made by somebody else" : "belongs to " + owner;
    return Problem.error("deploy.not-owned", "`" + id + "` is there already and " + whose + ".")
        .hint("Give it another name, or take it over with `--take-ownership`.");
  }

  /** Whose an object is, a phrase: {@code release `shop` in namespace `prod`}; or "". */
  static String owner(MapNode live) {
    MapNode annotations = live.map("metadata").map("annotations");
    return annotations
        .text(NAME)
        .map(name ->
            "release `" + name + "` in namespace `" + annotations.text(NAMESPACE).orElse("?") + "`")
        .orElse("");
  }
}
