package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that Helm 3 or {@code kubectl apply} set for a release before anything was applied on the
 * server. They count as the release's own, so that those which its chart names no more go, and the
 * annotation that kubectl left for itself with them (client-go's util/csaupgrade).
 */
final class ClientSideFields {
  /** Helm 3 under its own name, and under that of its HTTP client before it had one. */
  private static final Set<String> HELM = Set.of(ApplyMode.MANAGER, "Go-http-client");

  /** Of a first life as a plain manifest; later it is an edit by hand. */
  private static final Set<String> KUBECTL = Set.of("kubectl-client-side-apply");

  private ClientSideFields() {}

  /** Makes those of an object the release's, where there are any. */
  static void adopt(Cluster cluster, ResourceId id, MapNode live) {
    Set<String> managers = managers(live);
    if (!managers.isEmpty()) {
      cluster.adopt(id, live, managers, ApplyMode.MANAGER);
    }
  }

  private static Set<String> managers(MapNode live) {
    boolean applied = FieldOwnership.of(live, ApplyMode.MANAGER).isPresent();
    Set<String> managers = new TreeSet<>();
    for (Node each : live.map("metadata").list("managedFields")) {
      if (each instanceof MapNode entry
          && entry.text("operation").filter("Update"::equals).isPresent()
          && entry.text("subresource").isEmpty()) {
        String manager = entry.text("manager").orElse("");
        if (HELM.contains(manager) || !applied && KUBECTL.contains(manager)) {
          managers.add(manager);
        }
      }
    }
    return managers;
  }
}
