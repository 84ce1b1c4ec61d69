package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Set;

/** Names that each cluster has its own of, written into templates. */
final class PlacementCheck implements Check {

  private static final Set<String> EVERYWHERE =
      Set.of("system-cluster-critical", "system-node-critical");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      name(workload.podSpec(), "priorityClassName", "PriorityClass", release, findings);
      name(workload.podSpec(), "runtimeClassName", "RuntimeClass", release, findings);
      for (Node item : workload.spec().list("volumeClaimTemplates")) {
        if (item instanceof MapNode claim) {
          name(claim.map("spec"), "storageClassName", "StorageClass", release, findings);
        }
      }
    }
    for (Resource claim : release.ofKind("PersistentVolumeClaim")) {
      MapNode spec = claim.content().map("spec");
      name(spec, "storageClassName", "StorageClass", release, findings);
    }
    for (Resource ingress : release.ofKind("Ingress")) {
      MapNode spec = ingress.content().map("spec");
      name(spec, "ingressClassName", "IngressClass", release, findings);
    }
    for (Resource resource : release.all()) {
      namespace(resource, release, findings);
    }
  }

  private static void name(
      MapNode owner, String key, String kind, ReleaseObjects release, Findings findings) {
    if (owner.get(key) instanceof TextNode name
        && !name.text().isEmpty()
        && !EVERYWHERE.contains(name.text())
        && !release.isChosen(name)
        && release.findInCluster(kind, name.text()).isEmpty()) {
      findings.add(
          Rule.FIXED_CLASS,
          Containers.place(owner, key),
          "The template decides on the %s `%s`, which is not in the release and which not every"
                  .formatted(kind, name.text())
              + " cluster has.",
          "Take the name from a value, and write none where there is none.");
    }
  }

  private static void namespace(Resource resource, ReleaseObjects release, Findings findings) {
    Node written = resource.content().map("metadata").get("namespace");
    if (!(written instanceof TextNode name)
        || name.text().equals(release.releaseNamespace())
        || release.isChosen(name)
        || isMeantFor(resource, name.text())
        || release.findInCluster("Namespace", name.text()).isPresent()) {
      return;
    }
    findings.add(
        Rule.FIXED_NAMESPACE,
        Containers.place(resource.content().map("metadata"), "namespace"),
        "`%s` goes to the namespace `%s`, whatever namespace the release is in."
            .formatted(resource.id(), name.text()),
        "Leave `metadata.namespace` out, or take it from a value.");
  }

  /** What aggregated API servers need can only be granted there. */
  private static boolean isMeantFor(Resource resource, String namespace) {
    return namespace.startsWith("kube-")
        && List.of("Role", "RoleBinding").contains(resource.id().kind());
  }
}
