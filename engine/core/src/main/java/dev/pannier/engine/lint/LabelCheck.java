package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether objects say what they belong to, and lists do not say what nobody reads. */
final class LabelCheck implements Check {

  private static final List<String> RECOMMENDED =
      List.of(
          "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/managed-by");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Resource resource : release.all()) {
      MapNode metadata = resource.content().map("metadata");
      List<String> missing = new ArrayList<>(RECOMMENDED);
      missing.removeAll(metadata.map("labels").keys());
      if (!missing.isEmpty()) {
        findings.add(
            Rule.RECOMMENDED_LABELS,
            metadata.has("labels") ? metadata.keyOrigin("labels") : metadata.keyOrigin("name"),
            "`%s` lacks the label%s `%s`."
                .formatted(
                    resource.id(), missing.size() == 1 ? "" : "s", String.join("`, `", missing)),
            "Write the labels that Kubernetes recommends.");
      }
    }
  }

  /** Annotations of a list count for nothing: Helm's pkg/chart/v2/lint/rules/template.go. */
  static void list(Resource list, Findings findings) {
    MapNode annotations = list.content().map("metadata").map("annotations");
    for (Map.Entry<String, ?> annotation : annotations.entries().entrySet()) {
      if (annotation.getKey().startsWith("helm.sh/")) {
        findings.add(
            Rule.LIST_ANNOTATIONS,
            annotations.keyOrigin(annotation.getKey()),
            "The annotation `%s` of a %s is not read."
                .formatted(annotation.getKey(), list.id().kind()),
            "Write it to each of the items.");
      }
    }
  }
}
