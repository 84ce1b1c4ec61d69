package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Outcome;
import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.ReadinessRules;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the deployer counts on in every cluster. */
abstract class ClusterContract {

  static final ResourceId MAP = new ResourceId("v1", "ConfigMap", "default", "web");
  static final ApplyMode OURS = new ApplyMode("helm", false, false);
  static final ApplyMode THEIRS = new ApplyMode("other", false, false);

  abstract Cluster cluster();

  /** Lets the controllers do what they do in a while. */
  abstract void settle();

  static MapNode yaml(String yaml) {
    return (MapNode) YamlReader.read(new Source("test.yaml", yaml));
  }

  static MapNode map(String data) {
    return yaml(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: default}, data: {"
            + data
            + "}}");
  }

  private ApplyResult.Applied applied(MapNode object, ApplyMode mode) {
    ApplyResult result = cluster().apply(MAP, object, mode);
    assertThat(result).isInstanceOf(ApplyResult.Applied.class);
    return (ApplyResult.Applied) result;
  }

  private MapNode live() {
    return cluster().read(List.of(MAP)).get(MAP);
  }

  @Test
  void an_object_is_created_then_configured_then_unchanged() {
    assertThat(applied(map("a: x"), OURS).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(applied(map("a: y"), OURS).outcome()).isEqualTo(Outcome.CONFIGURED);
    assertThat(applied(map("a: y"), OURS).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(live().map("data")).isEqualTo(yaml("a: y"));
  }

  @Test
  void an_unchanged_object_keeps_its_version_and_a_changed_one_does_not() {
    Node first = applied(map("a: x"), OURS).object().at("metadata", "resourceVersion");
    Node same = applied(map("a: x"), OURS).object().at("metadata", "resourceVersion");
    Node changed = applied(map("a: y"), OURS).object().at("metadata", "resourceVersion");

    assertThat(same).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }

  @Test
  void a_dry_run_says_what_would_be_and_changes_nothing() {
    applied(map("a: x"), OURS);

    ApplyResult.Applied dry = applied(map("b: y"), OURS.dry());

    assertThat(dry.outcome()).isEqualTo(Outcome.CONFIGURED);
    assertThat(dry.object().map("data")).isEqualTo(yaml("b: y"));
    assertThat(live().map("data")).isEqualTo(yaml("a: x"));
  }

  @Test
  void a_dry_run_of_a_new_object_leaves_none() {
    assertThat(applied(map("a: x"), OURS.dry()).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(cluster().read(List.of(MAP))).isEmpty();
  }

  @Test
  void a_field_no_longer_applied_goes_and_those_of_others_stay() {
    applied(map("a: x, b: x"), OURS);
    applied(map("c: z"), THEIRS);

    applied(map("b: x"), OURS);

    assertThat(live().map("data")).isEqualTo(yaml("{b: x, c: z}"));
  }

  @Test
  void a_field_that_another_manager_holds_is_a_conflict_and_nothing_happens() {
    applied(map("a: theirs"), THEIRS);

    ApplyResult result = cluster().apply(MAP, map("a: ours, b: ours"), OURS);

    assertThat(result)
        .isEqualTo(
            new ApplyResult.Conflicted(
                List.of(
                    new ApplyResult.Conflict(
                        "data.a", FieldOwner.named("other"), Node.of("theirs"), Node.of("ours")))));
    assertThat(live().map("data")).isEqualTo(yaml("a: theirs"));
  }

  @Test
  void force_takes_the_field() {
    applied(map("a: theirs"), THEIRS);
    applied(map("a: ours"), OURS.forced());

    assertThat(live().map("data")).isEqualTo(yaml("a: ours"));
  }

  @Test
  void managers_that_agree_share_a_field() {
    applied(map("a: x"), THEIRS);
    applied(map("a: x"), OURS);
    applied(map(""), OURS);

    assertThat(live().map("data")).isEqualTo(yaml("a: x"));
  }

  @Test
  void an_object_in_no_namespace_is_refused() {
    ResourceId id = MAP.in("nowhere");
    MapNode object =
        yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: nowhere}}");

    assertThat(refusal(cluster().apply(id, object, OURS.dry())).cause())
        .isEqualTo(Cause.NO_NAMESPACE);
  }

  @Test
  void a_kind_that_nobody_serves_is_refused() {
    ResourceId id = new ResourceId("example.test/v1", "Thing", "default", "web");
    MapNode object =
        yaml(
            "{apiVersion: example.test/v1, kind: Thing, metadata: {name: web, namespace:"
                + " default}}");

    assertThat(cluster().scope("example.test/v1", "Thing")).isEqualTo(Cluster.Scope.UNKNOWN);
    assertThat(refusal(cluster().apply(id, object, OURS)).cause()).isEqualTo(Cause.NO_KIND);
  }

  @Test
  void a_definition_makes_its_kind_served() {
    ResourceId id =
        new ResourceId(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "things.example.test");
    MapNode definition =
        yaml(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.test}
            spec:
              group: example.test
              scope: Namespaced
              names: {kind: Thing, plural: things}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """);
    assertThat(cluster().apply(id, definition, OURS)).isInstanceOf(ApplyResult.Applied.class);
    settle();

    assertThat(ReadinessRules.of(cluster().read(List.of(id)).get(id), false))
        .isEqualTo(Readiness.READY);
    assertThat(cluster().scope("example.test/v1", "Thing")).isEqualTo(Cluster.Scope.NAMESPACED);
  }

  @Test
  void a_broken_name_is_refused_with_its_path() {
    ResourceId id = new ResourceId("v1", "ConfigMap", "default", "Web_1");
    MapNode object =
        yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: Web_1, namespace: default}}");

    ApplyResult.Refusal refusal = refusal(cluster().apply(id, object, OURS));
    assertThat(refusal.cause()).isEqualTo(Cause.INVALID);
    assertThat(refusal.path()).isEqualTo("metadata.name");
  }

  @Test
  void the_selector_of_a_deployment_cannot_change() {
    ResourceId id = new ResourceId("apps/v1", "Deployment", "default", "web");
    cluster().apply(id, deployment("a"), OURS);

    ApplyResult.Refusal refusal = refusal(cluster().apply(id, deployment("b"), OURS.dry()));
    assertThat(refusal.cause()).isEqualTo(Cause.IMMUTABLE);
    assertThat(refusal.path()).isEqualTo("spec.selector");
  }

  private static MapNode deployment(String label) {
    return yaml(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec:
          selector: {matchLabels: {app: LABEL}}
          template:
            metadata: {labels: {app: LABEL}}
            spec: {containers: [{name: web, image: 'example.test/web:1'}]}
        """
            .replace("LABEL", label));
  }

  private static ApplyResult.Refusal refusal(ApplyResult result) {
    assertThat(result).isInstanceOf(ApplyResult.Refused.class);
    return ((ApplyResult.Refused) result).refusals().getFirst();
  }

  @Test
  void only_the_object_that_is_meant_is_deleted() {
    String uid = applied(map("a: x"), OURS).object().map("metadata").text("uid").orElseThrow();

    assertThat(cluster().delete(MAP, "another", Cluster.Propagation.BACKGROUND)).isFalse();
    assertThat(live()).isNotNull();
    assertThat(cluster().delete(MAP, uid, Cluster.Propagation.BACKGROUND)).isTrue();
    assertThat(cluster().delete(MAP, uid, Cluster.Propagation.BACKGROUND)).isFalse();
    assertThat(cluster().read(List.of(MAP))).isEmpty();
  }

  @Test
  void an_object_made_anew_has_another_uid() {
    MapNode first = applied(map("a: x"), OURS).object().map("metadata");
    cluster().delete(MAP, first.text("uid").orElseThrow(), Cluster.Propagation.BACKGROUND);

    MapNode second = applied(map("a: x"), OURS).object().map("metadata");

    assertThat(second.text("uid")).isNotEqualTo(first.text("uid"));
  }

  @Test
  void a_list_finds_by_kind_namespace_and_labels() {
    MapNode labelled =
        yaml(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: default, labels:"
                + " {a: b}}}");
    cluster().apply(MAP, labelled, OURS);

    assertThat(cluster().list("v1", "ConfigMap", "default", Map.of("a", "b"))).hasSize(1);
    assertThat(cluster().list("v1", "ConfigMap", "", Map.of("a", "b"))).hasSize(1);
    assertThat(cluster().list("v1", "ConfigMap", "kube-system", Map.of("a", "b"))).isEmpty();
    assertThat(cluster().list("v1", "ConfigMap", "", Map.of("a", "c"))).isEmpty();
    assertThat(cluster().list("v1", "Secret", "", Map.of("a", "b"))).isEmpty();
  }

  @Test
  void items_of_a_list_of_containers_belong_to_who_applied_them() {
    ResourceId id = new ResourceId("apps/v1", "Deployment", "default", "web");
    cluster().apply(id, deployment("a"), OURS);
    MapNode sidecar =
        yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: default}
            spec:
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec: {containers: [{name: side, image: 'example.test/side:1'}]}
            """);
    cluster().apply(id, sidecar, THEIRS);

    ApplyResult again = cluster().apply(id, deployment("a"), OURS);

    assertThat(((ApplyResult.Applied) again).outcome()).isEqualTo(Outcome.UNCHANGED);
    MapNode template = cluster().read(List.of(id)).get(id).map("spec").map("template");
    assertThat(template.map("spec").list("containers").size()).isEqualTo(2);
  }

  @Test
  void a_deployment_becomes_ready_and_its_pods_go_with_it() {
    ResourceId id = new ResourceId("apps/v1", "Deployment", "default", "web");
    cluster().apply(id, deployment("a"), OURS);
    assertThat(ReadinessRules.of(cluster().read(List.of(id)).get(id), false))
        .isInstanceOf(Readiness.Progressing.class);
    settle();

    MapNode live = cluster().read(List.of(id)).get(id);
    assertThat(ReadinessRules.of(live, false)).isEqualTo(Readiness.READY);
    assertThat(cluster().list("v1", "Pod", "default", Map.of("app", "a"))).hasSize(1);

    cluster()
        .delete(id, live.map("metadata").text("uid").orElseThrow(), Cluster.Propagation.BACKGROUND);
    settle();
    assertThat(cluster().list("v1", "Pod", "default", Map.of("app", "a"))).isEmpty();
  }
}
