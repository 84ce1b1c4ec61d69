package dev.pannier.engine.lint;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a container may do to the node that it runs on. */
final class SecurityCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      host(workload, findings);
      for (MapNode container : workload.allContainers()) {
        privileged(workload, container, findings);
        root(workload, container, findings);
        escalation(workload, container, findings);
      }
    }
  }

  private static void host(Workload workload, Findings findings) {
    for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (isTrue(workload.podSpec().get(namespace))) {
        findings.add(
            Rule.HOST_ACCESS,
            Containers.place(workload.podSpec(), namespace),
            "`%s` shares its node's %s."
                .formatted(
                    workload.name(),
                    switch (namespace) {
                      case "hostNetwork" -> "network";
                      case "hostPID" -> "processes";
                      default -> "memory";
                    }),
            "Take `" + namespace + "` out, or say why it must be.");
      }
    }
    for (Node item : workload.podSpec().list("volumes")) {
      if (item instanceof MapNode volume && volume.has("hostPath")) {
        MapNode hostPath = volume.map("hostPath");
        findings.add(
            Rule.HOST_ACCESS,
            Containers.place(volume, "hostPath"),
            "`%s` mounts `%s` of its node."
                .formatted(workload.name(), hostPath.text("path").orElse("?")),
            "Use a PersistentVolumeClaim or an emptyDir, or say why it must be.");
      }
    }
  }

  private static void privileged(Workload workload, MapNode container, Findings findings) {
    MapNode security = container.map("securityContext");
    if (isTrue(security.get("privileged"))) {
      findings.add(
          Rule.PRIVILEGED,
          Containers.place(security, "privileged"),
          "`%s` may do on its node whatever root may."
              .formatted(Containers.named(workload, container)),
          "Add the capabilities that it needs to `securityContext.capabilities.add` instead.");
    }
  }

  private static void root(Workload workload, MapNode container, Findings findings) {
    MapNode own = container.map("securityContext");
    MapNode pod = workload.podSpec().map("securityContext");
    Node nonRoot = own.has("runAsNonRoot") ? own.get("runAsNonRoot") : pod.get("runAsNonRoot");
    Node user = own.has("runAsUser") ? own.get("runAsUser") : pod.get("runAsUser");
    boolean otherUser = user instanceof NumberNode number && number.toDouble() > 0;
    if (!isTrue(nonRoot) && !otherUser && !isTrue(own.get("privileged"))) {
      findings.add(
          Rule.RUN_AS_ROOT,
          Containers.place(container, "securityContext"),
          "`%s` may run as root.".formatted(Containers.named(workload, container)),
          "Write `securityContext: {runAsNonRoot: true}`, in the pod or in the container.");
    }
  }

  private static void escalation(Workload workload, MapNode container, Findings findings) {
    MapNode security = container.map("securityContext");
    boolean denied =
        security.get("allowPrivilegeEscalation") instanceof BoolNode allowed && !allowed.value();
    if (!denied && !isTrue(security.get("privileged"))) {
      findings.add(
          Rule.PRIVILEGE_ESCALATION,
          Containers.place(security.isEmpty() ? container : security, "allowPrivilegeEscalation"),
          "`%s` may get more rights than it starts with."
              .formatted(Containers.named(workload, container)),
          "Write `allowPrivilegeEscalation: false` under its `securityContext`.");
    }
  }

  private static boolean isTrue(@Nullable Node node) {
    return node instanceof BoolNode bool && bool.value();
  }
}
