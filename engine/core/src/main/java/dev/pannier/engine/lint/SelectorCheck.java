package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Selectors that choose no pods, the pods of somebody else, or not their own. */
final class SelectorCheck implements Check {

  private static final Set<String> OWNERS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    List<Workload> owners = new ArrayList<>();
    for (Workload workload : release.workloads()) {
      if (OWNERS.contains(workload.kind())) {
        own(workload, findings);
        others(workload, owners, findings);
        owners.add(workload);
      }
      spread(workload, findings);
    }
    for (Resource service : release.ofKind("Service")) {
      service(service, release, findings);
    }
    for (Resource budget : release.ofKind("PodDisruptionBudget")) {
      pods(budget, "selector", release, findings);
    }
    for (Resource policy : release.ofKind("NetworkPolicy")) {
      pods(policy, "podSelector", release, findings);
    }
    for (Resource monitor : release.ofAnyGroup("ServiceMonitor")) {
      services(monitor, release, findings);
    }
    for (Resource monitor : release.ofAnyGroup("PodMonitor")) {
      monitoredPods(monitor, release, findings);
    }
  }

  private static Selector of(Workload workload) {
    return Selector.of(workload.spec(), "selector");
  }

  private static void own(Workload workload, Findings findings) {
    Selector selector = of(workload);
    if (!selector.isEmpty() && !selector.matches(workload.podLabels())) {
      findings.add(
          Rule.SELECTOR_LABELS,
          selector.place(),
          "The selector of `%s` does not match its own pods.".formatted(workload.name()),
          mismatch(selector, workload));
    }
  }

  private static String mismatch(Selector selector, Workload workload) {
    String label = selector.firstMismatch(workload.podLabels());
    return label.isEmpty()
        ? "Give the template the labels that the selector asks for."
        : "The template's labels have no `" + label + "`.";
  }

  private static void others(Workload workload, List<Workload> earlier, Findings findings) {
    for (Workload other : earlier) {
      boolean overlap =
          other.namespace().equals(workload.namespace())
              && !of(workload).isEmpty()
              && (of(workload).matches(other.podLabels())
                  || of(other).matches(workload.podLabels()));
      if (overlap) {
        findings.add(
            Rule.SELECTOR_OVERLAP,
            of(workload).place(),
            "`%s` and `%s` select each other's pods.".formatted(workload.name(), other.name()),
            "Give each of them a label of its own, such as `app.kubernetes.io/component`.");
      }
    }
  }

  private static void spread(Workload workload, Findings findings) {
    for (Node item : workload.podSpec().list("topologySpreadConstraints")) {
      if (item instanceof MapNode constraint) {
        Selector selector = Selector.of(constraint, "labelSelector");
        if (!selector.isEmpty() && !selector.matches(workload.podLabels())) {
          nothing("A spread constraint of `" + workload.name() + "`", selector, findings);
        }
      }
    }
  }

  private static void nothing(String who, Selector selector, Findings findings) {
    findings.add(
        Rule.SELECTS_NOTHING,
        selector.place(),
        who + " selects no pod of the release.",
        "Write the labels that the pods have.");
  }

  private static void service(Resource service, ReleaseObjects release, Findings findings) {
    MapNode spec = service.content().map("spec");
    Selector selector = Selector.ofLabels(spec, "selector");
    if (selector.isEmpty() || spec.text("type").orElse("").equals("ExternalName")) {
      return;
    }
    List<Workload> selected = release.selected(selector, release.namespace(service));
    if (selected.isEmpty() && !release.isChosen(spec.get("selector"))) {
      if (!mayBeOperators(selector, release)) {
        nothing("`" + service.id() + "`", selector, findings);
      }
      return;
    }
    selected.removeIf(Workload::isTest);
    if (selected.size() > 1 && !spec.text("clusterIP").orElse("").equals("None")) {
      findings.add(
          Rule.SELECTS_SEVERAL,
          selector.place(),
          "`%s` sends requests to the pods of `%s` and of `%s`."
              .formatted(service.id(), selected.get(0).name(), selected.get(1).name()),
          "Select by a label that only one of them has.");
    }
  }

  /** Whether an operator makes the pods: some label's value is said by a custom resource. */
  private static boolean mayBeOperators(Selector selector, ReleaseObjects release) {
    for (Node value : selector.labels().entries().values()) {
      for (Resource resource : release.all()) {
        if (release.isCustom(resource)
            && value instanceof ScalarNode label
            && resource.id().name().equals(label.text())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void pods(Resource owner, String key, ReleaseObjects release, Findings findings) {
    Selector selector = Selector.of(owner.content().map("spec"), key);
    if (!selector.isEmpty()
        && !mayBeOperators(selector, release)
        && release.selected(selector, release.namespace(owner)).isEmpty()) {
      nothing("`" + owner.id() + "`", selector, findings);
    }
  }

  private static void services(Resource monitor, ReleaseObjects release, Findings findings) {
    Selector selector = Selector.of(monitor.content().map("spec"), "selector");
    if (selector.isEmpty() || namesNamespaces(monitor)) {
      return;
    }
    for (Resource service : release.ofKind("Service")) {
      if (selector.matches(service.content().map("metadata").map("labels"))) {
        return;
      }
    }
    findings.add(
        Rule.SELECTS_NOTHING,
        selector.place(),
        "`" + monitor.id() + "` selects no Service of the release.",
        "Write the labels that the Service has.");
  }

  private static void monitoredPods(Resource monitor, ReleaseObjects release, Findings findings) {
    if (!namesNamespaces(monitor)) {
      pods(monitor, "selector", release, findings);
    }
  }

  private static boolean namesNamespaces(Resource monitor) {
    ListNode names = monitor.content().map("spec").map("namespaceSelector").list("matchNames");
    return !names.isEmpty() || monitor.content().map("spec").map("namespaceSelector").has("any");
  }
}
