package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Disruption budgets that let nobody drain a node, ever. */
final class DisruptionCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Resource budget : release.ofKind("PodDisruptionBudget")) {
      MapNode spec = budget.content().map("spec");
      List<Workload> workloads =
          release.selected(Selector.of(spec, "selector"), release.namespace(budget));
      workloads.removeIf(Workload::runsToEnd);
      if (isZero(spec.get("maxUnavailable"))) {
        tell(budget, "maxUnavailable", "allows none of its pods to be evicted", findings);
      } else if (isAll(spec.get("minAvailable"))) {
        tell(budget, "minAvailable", "demands that all of its pods are there", findings);
      } else {
        available(budget, workloads, release, findings);
      }
    }
  }

  private static void available(
      Resource budget, List<Workload> workloads, ReleaseObjects release, Findings findings) {
    Node least = budget.content().map("spec").get("minAvailable");
    int replicas = 0;
    for (Workload workload : workloads) {
      OptionalInt own = replicas(workload, release);
      if (own.isEmpty()) {
        return;
      }
      replicas += own.getAsInt();
    }
    if (replicas > 0 && least != null && demanded(least, replicas) >= replicas) {
      tell(
          budget,
          "minAvailable",
          "demands %s pods of the %d that there are"
              .formatted(((ScalarNode) least).text(), replicas),
          findings);
    }
  }

  /** How many pods a workload has; at most, where an autoscaler decides. */
  private static OptionalInt replicas(Workload workload, ReleaseObjects release) {
    for (Resource scaler : release.ofKind("HorizontalPodAutoscaler")) {
      boolean ours =
          ScalingCheck.target(scaler, release).filter(target -> target == workload).isPresent();
      if (ours) {
        return scaler.content().map("spec").get("minReplicas") instanceof NumberNode least
            ? OptionalInt.of(least.integer().intValue())
            : OptionalInt.of(1);
      }
    }
    return workload.replicas();
  }

  private static int demanded(Node least, int replicas) {
    if (least instanceof NumberNode number) {
      return number.integer().intValue();
    }
    int percent = percent(least);
    // Kubernetes rounds up (disruption controller, GetScaledValueFromIntOrPercent).
    return percent < 0 ? -1 : (replicas * percent + 99) / 100;
  }

  private static boolean isZero(@Nullable Node node) {
    return node instanceof NumberNode number && number.toDouble() == 0 || percent(node) == 0;
  }

  private static boolean isAll(@Nullable Node node) {
    return percent(node) >= 100;
  }

  private static int percent(@Nullable Node node) {
    String text = node instanceof ScalarNode scalar ? scalar.text() : "";
    if (!text.endsWith("%") || text.length() > 5) {
      return -1;
    }
    try {
      return Integer.parseInt(text.substring(0, text.length() - 1));
    } catch (NumberFormatException _) {
      // The schema of the kind tells that this is no percentage.
      return -1;
    }
  }

  private static void tell(Resource budget, String key, String what, Findings findings) {
    Location place = Containers.place(budget.content().map("spec"), key);
    findings.add(
        Rule.BLOCKED_EVICTION,
        place,
        "`%s` %s: no node can be drained.".formatted(budget.id(), what),
        "Write `maxUnavailable: 1`.");
  }
}
