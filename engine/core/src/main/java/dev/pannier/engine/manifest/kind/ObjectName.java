package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.TextNode;

/** The rules for the name and the namespace of an object. */
final class ObjectName {

  private static final int LONGEST_CRON_JOB = 52;

  /** Since this release, names of services may begin with a digit. */
  private static final int RELAXED_SERVICES = 34;

  private ObjectName() {}

  static void check(
      MapNode object, String kind, boolean namespaced, KubeVersion version, Problems problems) {
    MapNode metadata = object.map("metadata");
    if (metadata.get("name") instanceof TextNode name && !name.text().isEmpty()) {
      String noun = wrong(kind, name.text(), version);
      if (!noun.isEmpty()) {
        problems.add(
            Problem.error(
                    "manifest.invalid-name",
                    "`%s` is not valid as the name of a `%s`.".formatted(name.text(), kind))
                .at(name.origin())
                .hint("Write " + noun + "."));
      }
    }
    if (!namespaced && metadata.text("namespace").isPresent()) {
      problems.add(
          Problem.info(
                  "manifest.cluster-wide",
                  "A `%s` is in no namespace, so `metadata.namespace` says nothing."
                      .formatted(kind))
              .at(metadata.keyOrigin("namespace")));
    }
  }

  /** What belongs there; empty where the name is right. */
  private static String wrong(String kind, String name, KubeVersion version) {
    return switch (kind) {
      case "Namespace" -> Names.isLabel(name) ? "" : TextForm.LABEL.noun();
      case "Service" ->
          version.minor() < RELAXED_SERVICES && !Names.isServiceName(name)
              ? TextForm.SERVICE_NAME.noun()
              : Names.isLabel(name) ? "" : TextForm.LABEL.noun();
      case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
          isSegment(name) ? "" : "a name without `/` and `%`";
      case "CronJob" ->
          name.length() > LONGEST_CRON_JOB
              ? "a name of at most 52 characters"
              : Names.isSubdomain(name) ? "" : TextForm.SUBDOMAIN.noun();
      default -> Names.isSubdomain(name) ? "" : TextForm.SUBDOMAIN.noun();
    };
  }

  /** Part of a path (k8s.io/apimachinery/pkg/api/validation/path). */
  private static boolean isSegment(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('%') < 0;
  }
}
