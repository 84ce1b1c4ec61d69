package dev.pannier.engine.lint;

import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** What containers ask of a node, and what they may take at most. */
final class ResourcesCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      if (workload.isTest()) {
        continue;
      }
      for (MapNode container : workload.allContainers()) {
        requests(workload, container, findings);
        limit(workload, container, findings);
      }
    }
  }

  private static void requests(Workload workload, MapNode container, Findings findings) {
    List<String> missing = new ArrayList<>();
    for (String resource : List.of("cpu", "memory")) {
      if (!requests(workload, container, resource)) {
        missing.add(resource);
      }
    }
    if (!missing.isEmpty()) {
      findings.add(
          Rule.REQUESTS,
          Containers.place(container, "resources"),
          "`%s` requests no %s."
              .formatted(Containers.named(workload, container), String.join(" and no ", missing)),
          "Write what it needs under `resources.requests`.");
    }
  }

  /** Whether a container, or its whole pod, says what it needs; a limit is a request too. */
  static boolean requests(Workload workload, MapNode container, String resource) {
    return says(container.map("resources"), resource)
        || says(workload.podSpec().map("resources"), resource);
  }

  private static boolean says(MapNode resources, String resource) {
    return resources.map("requests").has(resource) || resources.map("limits").has(resource);
  }

  private static void limit(Workload workload, MapNode container, Findings findings) {
    if (!container.map("resources").map("limits").has("memory")
        && !workload.podSpec().map("resources").map("limits").has("memory")) {
      findings.add(
          Rule.MEMORY_LIMIT,
          Containers.place(container, "resources"),
          "`%s` has no limit of memory.".formatted(Containers.named(workload, container)),
          "Write `resources.limits.memory`.");
    }
  }
}
