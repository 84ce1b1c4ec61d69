package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Optional;

/** Whether an autoscaler can do its work. */
final class ScalingCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Resource scaler : release.ofKind("HorizontalPodAutoscaler")) {
      look(scaler, release, findings);
    }
  }

  private static void look(Resource scaler, ReleaseObjects release, Findings findings) {
    MapNode spec = scaler.content().map("spec");
    MapNode reference = spec.map("scaleTargetRef");
    Optional<Workload> target = target(scaler, release);
    if (target.isPresent()) {
      replicas(scaler, target.get(), findings);
      metrics(scaler, target.get(), findings);
    } else if (!release.isChosen(reference.get("name")) && !isElsewhere(scaler, release)) {
      findings.add(
          Rule.AUTOSCALER_TARGET,
          Containers.place(reference, "name"),
          "`%s` scales `%s/%s`, which is not in the release."
              .formatted(
                  scaler.id(),
                  reference.text("kind").orElse("?"),
                  reference.text("name").orElse("?")),
          "Name a workload of the release.");
    }
  }

  static Optional<Workload> target(Resource scaler, ReleaseObjects release) {
    MapNode reference = scaler.content().map("spec").map("scaleTargetRef");
    for (Workload workload : release.workloads()) {
      if (workload.kind().equals(reference.text("kind").orElse(""))
          && workload.resource().id().name().equals(reference.text("name").orElse(""))
          && workload.namespace().equals(release.namespace(scaler))) {
        return Optional.of(workload);
      }
    }
    return Optional.empty();
  }

  /** Whether it scales a custom resource of the release. */
  private static boolean isElsewhere(Resource scaler, ReleaseObjects release) {
    MapNode reference = scaler.content().map("spec").map("scaleTargetRef");
    for (Resource resource : release.ofAnyGroup(reference.text("kind").orElse(""))) {
      if (resource.id().name().equals(reference.text("name").orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private static void replicas(Resource scaler, Workload target, Findings findings) {
    if (target.spec().has("replicas")) {
      findings.add(
          Rule.AUTOSCALER_REPLICAS,
          Containers.place(target.spec(), "replicas"),
          "`%s` says how many pods it has, and `%s` says so too: each upgrade sets the number back."
              .formatted(target.name(), scaler.id()),
          "Leave `replicas` out where there is an autoscaler.");
    }
  }

  private static void metrics(Resource scaler, Workload target, Findings findings) {
    MapNode spec = scaler.content().map("spec");
    if (spec.has("targetCPUUtilizationPercentage")) {
      requests(scaler, target, "cpu", spec, findings);
    }
    for (Node item : spec.list("metrics")) {
      if (item instanceof MapNode metric
          && metric.map("resource").map("target").has("averageUtilization")) {
        MapNode resource = metric.map("resource");
        requests(scaler, target, resource.text("name").orElse(""), resource, findings);
      }
    }
  }

  private static void requests(
      Resource scaler, Workload target, String resource, MapNode place, Findings findings) {
    for (MapNode container : target.lasting()) {
      if (!ResourcesCheck.requests(target, container, resource)) {
        findings.add(
            Rule.AUTOSCALER_REQUESTS,
            place.origin(),
            "`%s` scales by the share of the requested %s, but `%s` requests none."
                .formatted(scaler.id(), resource, Containers.named(target, container)),
            "Write `resources.requests." + resource + "`.");
      }
    }
  }
}
