package dev.pannier.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.deploy.FieldOwner;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who holds which field, as servers tell it. */
class ConflictsTest {

  private static MapNode yaml(String text) {
    return (MapNode) YamlReader.read(new Source("test.yaml", text));
  }

  private static final MapNode OURS =
      yaml(
          """
          metadata: {labels: {app.kubernetes.io/name: web, app: web}}
          spec:
            replicas: 3
            template:
              spec:
                containers:
                  - {name: side, image: side}
                  - {name: 'we"]b', image: 'web:2', ports: [{containerPort: 80}]}
          """);

  private static ManagedPath path(String path) {
    return ManagedPath.of(path, OURS);
  }

  @Test
  void keys_with_dots_are_told_from_keys_in_keys() {
    assertThat(path(".metadata.labels.app.kubernetes.io/name").text())
        .isEqualTo("metadata.labels[app.kubernetes.io/name]");
    assertThat(path(".metadata.labels.app").text()).isEqualTo("metadata.labels.app");
    assertThat(path(".metadata.labels.other").text()).isEqualTo("metadata.labels.other");
  }

  @Test
  void items_are_found_by_their_keys_whatever_is_in_them() {
    ManagedPath path = path(".spec.template.spec.containers[name=\"we\\\"]b\"].image");

    assertThat(path.text()).isEqualTo("spec.template.spec.containers[name=\"we\\\"]b\"].image");
    assertThat(path.in(OURS)).isEqualTo(Node.of("web:2"));
    assertThat(
            path(".spec.template.spec.containers[name=\"we\\\"]b\"]"
                    + ".ports[containerPort=80,protocol=\"TCP\"].containerPort")
                .in(OURS))
        .isEqualTo(Node.of(80));
  }

  @Test
  void items_of_sets_and_places_have_paths_too() {
    assertThat(path(".metadata.finalizers[=\"a/b\"]").text())
        .isEqualTo("metadata.finalizers[=\"a/b\"]");
    assertThat(path(".spec.args[2]").text()).isEqualTo("spec.args[2]");
  }

  @Test
  void odd_paths_end() {
    assertThat(path("..a[").text()).isNotEmpty();
    assertThat(path("[]").text()).isNotNull();
    assertThat(path("").text()).isEmpty();
  }

  @Test
  void a_conflict_names_owner_way_time_and_both_values() {
    MapNode status =
        yaml(
            """
            details:
              causes:
                - reason: FieldManagerConflict
                  message: conflict with "kubectl" with subresource "scale" using apps/v1
                  field: .spec.replicas
                - reason: FieldManagerConflict
                  message: conflict with "argocd"
                  field: .metadata.labels.app
            """);
    MapNode live =
        yaml(
            """
            metadata:
              labels: {app: shop}
              managedFields:
                - manager: kubectl
                  operation: Update
                  time: '2026-01-01T10:00:00Z'
                  fieldsV1: {'f:spec': {'f:replicas': {}}}
                - manager: kubectl
                  operation: Update
                  subresource: scale
                  time: '2026-01-02T10:00:00Z'
                  fieldsV1: {'f:spec': {'f:replicas': {}}}
                - manager: argocd
                  operation: Apply
                  time: '2026-01-03T10:00:00Z'
                  fieldsV1: {'f:metadata': {'f:labels': {'f:app': {}}}}
            """);

    assertThat(Conflicts.isConflict(status)).isTrue();
    assertThat(Conflicts.read(status, OURS, live))
        .containsExactly(
            new Conflict(
                "spec.replicas",
                new FieldOwner(
                    "kubectl", false, "scale", Optional.of(Instant.parse("2026-01-02T10:00:00Z"))),
                NullNode.NULL,
                Node.of(3)),
            new Conflict(
                "metadata.labels.app",
                new FieldOwner(
                    "argocd", true, "", Optional.of(Instant.parse("2026-01-03T10:00:00Z"))),
                Node.of("shop"),
                Node.of("web")));
  }
}
