package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.MapNode;
import java.math.BigDecimal;
import java.util.List;

/** The rules for what runs pods, scales them, and protects them. */
final class WorkloadRules {

  private WorkloadRules() {}

  static void check(String type, Scope scope) {
    switch (type) {
      case "DeploymentSpec", "StatefulSetSpec", "DaemonSetSpec", "ReplicaSetSpec" -> lasting(scope);
      case "DeploymentStrategy" -> strategy(scope, "Recreate");
      case "DaemonSetUpdateStrategy", "StatefulSetUpdateStrategy" -> strategy(scope, "OnDelete");
      case "RollingUpdateDeployment" -> rolling(scope);
      case "JobSpec" -> job(scope);
      case "PodDisruptionBudgetSpec" -> scope.oneAtMost(List.of("minAvailable", "maxUnavailable"));
      case "HorizontalPodAutoscalerSpec" -> autoscaler(scope);
      default -> {}
    }
  }

  private static void lasting(Scope spec) {
    BigDecimal most = Quantity.value(spec.text("progressDeadlineSeconds"));
    BigDecimal least =
        Quantity.value(spec.has("minReadySeconds") ? spec.text("minReadySeconds") : "0");
    if (most != null && least != null && most.compareTo(least) <= 0) {
      spec.invalid(
          "progressDeadlineSeconds",
          "`%s` is %s, and must be more than `minReadySeconds`, %s."
              .formatted(spec.path("progressDeadlineSeconds"), most, least));
    }
    Scope pod = spec.below("template").below("spec");
    if (pod.has("restartPolicy") && !pod.text("restartPolicy").equals("Always")) {
      pod.invalid(
          "restartPolicy",
          "`%s` is `%s`, and may only be `Always` in a `%s`."
              .formatted(pod.path("restartPolicy"), pod.text("restartPolicy"), pod.kind()));
    }
    if (pod.has("activeDeadlineSeconds")) {
      pod.forbidden("activeDeadlineSeconds", " in a `" + pod.kind() + "`");
    }
    if (spec.map().get("selector") instanceof MapNode selector
        && selector.map("matchLabels").isEmpty()
        && selector.list("matchExpressions").isEmpty()) {
      spec.invalid("selector", "`" + spec.path("selector") + "` selects everything.");
    }
  }

  private static void strategy(Scope strategy, String other) {
    if (strategy.text("type").equals(other) && strategy.has("rollingUpdate")) {
      strategy.forbidden("rollingUpdate", " where the type is `" + other + "`");
    }
  }

  private static void rolling(Scope rolling) {
    if (isZero(rolling.text("maxSurge")) && isZero(rolling.text("maxUnavailable"))) {
      rolling.invalid(
          "maxUnavailable",
          "`%s` and `%s` are both 0, so nothing could ever be replaced."
              .formatted(rolling.path("maxSurge"), rolling.path("maxUnavailable")));
    }
  }

  private static boolean isZero(String amount) {
    return amount.equals("0") || amount.equals("0%");
  }

  private static void job(Scope job) {
    Scope pod = job.below("template").below("spec");
    String policy = pod.text("restartPolicy");
    if (job.below("template").has("spec") && policy.isEmpty()) {
      pod.missing("restartPolicy", ": a job has `OnFailure` or `Never`");
    } else if (policy.equals("Always")) {
      pod.invalid(
          "restartPolicy",
          "`%s` is `Always`, and may only be `OnFailure` or `Never` in a job."
              .formatted(pod.path("restartPolicy")));
    }
    // without both, there is one (pkg/apis/batch/v1/defaults.go)
    if (job.text("completionMode").equals("Indexed")
        && job.has("parallelism")
        && !job.has("completions")) {
      job.missing("completions", ", which the mode `Indexed` needs");
    }
  }

  private static void autoscaler(Scope spec) {
    BigDecimal least = Quantity.value(spec.has("minReplicas") ? spec.text("minReplicas") : "1");
    BigDecimal most = Quantity.value(spec.text("maxReplicas"));
    if (least != null && most != null && least.compareTo(most) > 0) {
      spec.invalid(
          "maxReplicas",
          "`%s` is %s, which is less than `%s`, %s."
              .formatted(
                  spec.path("maxReplicas"),
                  spec.text("maxReplicas"),
                  spec.path("minReplicas"),
                  least));
    }
  }
}
