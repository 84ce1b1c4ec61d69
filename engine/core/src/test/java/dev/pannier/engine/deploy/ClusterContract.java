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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the deployer counts on in every cluster. */
public abstract class ClusterContract {

  protected static final ApplyMode OURS = new ApplyMode("helm", false, false);
  protected static final ApplyMode THEIRS = new ApplyMode("other", false, false);

  private static final int PATIENCE = 300;

  protected ClusterContract() {}

  protected abstract Cluster cluster();

  /** A namespace that is there, and empty when a test begins. */
  protected abstract String namespace();

  /** Lets the controllers do what they do in a moment. */
  protected abstract void passTime() throws Exception;

  private void eventually(ThrowingCallable check) throws Exception {
    for (int i = 1; ; i++) {
      try {
        check.call();
        return;
      } catch (AssertionError e) {
        if (i == PATIENCE) {
          throw e;
        }
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      passTime();
    }
  }

  /** An object in the namespace, where its kind has one. */
  protected final MapNode object(String yaml) {
    MapNode object = yaml(yaml);
    MapNode metadata = object.map("metadata");
    boolean homeless =
        metadata.has("name")
            && !metadata.has("namespace")
            && !List.of("Namespace", "CustomResourceDefinition")
                .contains(object.text("kind").orElse(""));
    return homeless
        ? object.with("metadata", metadata.with("namespace", Node.of(namespace())))
        : object;
  }

  static MapNode yaml(String yaml) {
    return (MapNode) YamlReader.read(new Source("test.yaml", yaml));
  }

  protected static ResourceId id(MapNode object) {
    return new ResourceId(
        object.text("apiVersion").orElseThrow(),
        object.text("kind").orElseThrow(),
        object.map("metadata").text("namespace").orElse(""),
        object.map("metadata").text("name").orElseThrow());
  }

  protected final ResourceId mapId() {
    return new ResourceId("v1", "ConfigMap", namespace(), "web");
  }

  protected final MapNode map(String data) {
    return object("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {" + data + "}}");
  }

  private ApplyResult.Applied applied(MapNode object, ApplyMode mode) {
    ApplyResult result = cluster().apply(id(object), object, mode);
    assertThat(result).isInstanceOf(ApplyResult.Applied.class);
    return (ApplyResult.Applied) result;
  }

  private MapNode applied(String yaml) {
    return applied(object(yaml), OURS).object();
  }

  private MapNode live() {
    return cluster().read(List.of(mapId())).get(mapId());
  }

  private boolean isThere(MapNode object) {
    return cluster().read(List.of(id(object))).containsKey(id(object));
  }

  private boolean delete(MapNode object, Cluster.Propagation propagation) {
    String uid = object.map("metadata").text("uid").orElseThrow();
    return cluster().delete(id(object), uid, propagation);
  }

  @Test
  void an_object_is_created_then_configured_then_unchanged() {
    assertThat(applied(map("a: x"), OURS).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(applied(map("a: z"), OURS).outcome()).isEqualTo(Outcome.CONFIGURED);
    assertThat(applied(map("a: z"), OURS).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(live().map("data")).isEqualTo(yaml("a: z"));
  }

  @Test
  void an_unchanged_object_keeps_its_version_and_a_changed_one_does_not() {
    Node first = applied(map("a: x"), OURS).object().at("metadata", "resourceVersion");
    Node same = applied(map("a: x"), OURS).object().at("metadata", "resourceVersion");
    Node changed = applied(map("a: z"), OURS).object().at("metadata", "resourceVersion");

    assertThat(same).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }

  @Test
  void a_dry_run_says_what_would_be_and_changes_nothing() {
    applied(map("a: x"), OURS);

    ApplyResult.Applied dry = applied(map("b: z"), OURS.dry());

    assertThat(dry.outcome()).isEqualTo(Outcome.CONFIGURED);
    assertThat(dry.object().map("data")).isEqualTo(yaml("b: z"));
    assertThat(live().map("data")).isEqualTo(yaml("a: x"));
  }

  @Test
  void a_dry_run_of_a_new_object_leaves_none() {
    assertThat(applied(map("a: x"), OURS.dry()).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(live()).isNull();
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

    ApplyResult result = cluster().apply(mapId(), map("a: ours, b: ours"), OURS);

    assertThat(result).isInstanceOf(ApplyResult.Conflicted.class);
    List<ApplyResult.Conflict> conflicts = ((ApplyResult.Conflicted) result).conflicts();
    assertThat(conflicts).hasSize(1);
    ApplyResult.Conflict conflict = conflicts.getFirst();
    assertThat(conflict.path()).isEqualTo("data.a");
    assertThat(conflict.theirs()).isEqualTo(Node.of("theirs"));
    assertThat(conflict.ours()).isEqualTo(Node.of("ours"));
    assertThat(conflict.owner().manager()).isEqualTo("other");
    assertThat(conflict.owner().applied()).isTrue();
    assertThat(conflict.owner().subresource()).isEmpty();
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
    MapNode object =
        yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: nowhere}}");

    assertThat(refusal(cluster().apply(id(object), object, OURS.dry())).cause())
        .isEqualTo(Cause.NO_NAMESPACE);
  }

  @Test
  void a_kind_that_nobody_serves_is_refused() {
    MapNode object = object("{apiVersion: nobody.test/v1, kind: Thing, metadata: {name: web}}");

    assertThat(cluster().scope("nobody.test/v1", "Thing")).isEqualTo(Cluster.Scope.UNKNOWN);
    assertThat(refusal(cluster().apply(id(object), object, OURS)).cause()).isEqualTo(Cause.NO_KIND);
    assertThat(cluster().read(List.of(id(object)))).isEmpty();
    assertThat(cluster().list("nobody.test/v1", "Thing", "", Map.of())).isEmpty();
  }

  private MapNode definition(String group) {
    return object(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.GROUP}
        spec:
          group: GROUP
          scope: Namespaced
          names: {kind: Thing, plural: things}
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """
            .replace("GROUP", group));
  }

  @Test
  void a_definition_makes_its_kind_served_and_takes_its_objects_with_it() throws Exception {
    MapNode definition = applied(definition("served.test"), OURS).object();
    ResourceId id = id(definition);
    eventually(() ->
        assertThat(ReadinessRules.of(cluster().read(List.of(id)).get(id), false))
            .isEqualTo(Readiness.READY));
    eventually(() ->
        assertThat(cluster().scope("served.test/v1", "Thing")).isEqualTo(Cluster.Scope.NAMESPACED));
    assertThat(cluster().capabilities().apiVersions()).contains("served.test/v1/Thing");

    MapNode thing =
        object("{apiVersion: served.test/v1, kind: Thing, metadata: {name: web}, spec: {any: 1}}");
    assertThat(applied(thing, OURS).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(applied(thing, OURS).outcome()).isEqualTo(Outcome.UNCHANGED);

    assertThat(delete(definition, Cluster.Propagation.BACKGROUND)).isTrue();
    eventually(() -> assertThat(isThere(definition)).isFalse());
    assertThat(isThere(thing)).isFalse();
  }

  @Test
  void a_broken_name_is_refused_with_its_path() {
    MapNode object = object("{apiVersion: v1, kind: ConfigMap, metadata: {name: Web_1}}");

    ApplyResult.Refusal refusal = refusal(cluster().apply(id(object), object, OURS));
    assertThat(refusal.cause()).isEqualTo(Cause.INVALID);
    assertThat(refusal.path()).isEqualTo("metadata.name");
  }

  @Test
  void a_label_that_is_no_string_is_refused_with_its_path() {
    MapNode object =
        object("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {v: 1}}}");

    ApplyResult.Refusal refusal = refusal(cluster().apply(id(object), object, OURS));
    assertThat(refusal.cause()).isEqualTo(Cause.INVALID);
    assertThat(refusal.path()).startsWith("metadata.labels");
  }

  @Test
  void a_workload_that_does_not_select_its_pods_is_refused() {
    MapNode object =
        deployment("a")
            .with(
                "spec",
                deployment("a").map("spec").with("selector", yaml("{matchLabels: {app: b}}")));

    ApplyResult.Refusal refusal = refusal(cluster().apply(id(object), object, OURS.dry()));
    assertThat(refusal.cause()).isEqualTo(Cause.INVALID);
    assertThat(refusal.path()).isEqualTo("spec.template.metadata.labels");
  }

  @Test
  void the_selector_of_a_deployment_cannot_change() {
    applied(deployment("a"), OURS);

    ApplyResult.Refusal refusal =
        refusal(cluster().apply(id(deployment("b")), deployment("b"), OURS.dry()));
    assertThat(refusal.cause()).isEqualTo(Cause.IMMUTABLE);
    assertThat(refusal.path()).isEqualTo("spec.selector");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ConfigMap                          | immutable: true, data: {a: x}  | immutable: true,"
            + " data: {a: z}",
        "Secret                             | type: a/b                      | type: a/c",
        "rbac.authorization.k8s.io/v1 RoleBinding"
            + "| roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}"
            + "| roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: b}",
        "PersistentVolumeClaim| spec: {accessModes: [ReadWriteOnce], storageClassName: a,"
            + " resources: {requests: {storage: 1Gi}}}| spec: {accessModes: [ReadWriteOnce],"
            + " storageClassName: b, resources: {requests: {storage: 1Gi}}}",
        "apps/v1 StatefulSet| spec: {serviceName: a, selector: {matchLabels: {app: a}}, template:"
            + " {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image:"
            + " 'e.test/a:1'}]}}}| spec: {serviceName: b, selector: {matchLabels: {app: a}},"
            + " template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image:"
            + " 'e.test/a:1'}]}}}",
        "batch/v1 Job| spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image:"
            + " 'e.test/a:1'}]}}}| spec: {template: {spec: {restartPolicy: Never, containers:"
            + " [{name: a, image: 'e.test/a:2'}]}}}"
      })
  void some_fields_cannot_change(String kind, String before, String after) {
    String version = kind.contains(" ") ? kind.substring(0, kind.indexOf(' ')) : "v1";
    String head =
        "{apiVersion: "
            + version
            + ", kind: "
            + kind.substring(kind.indexOf(' ') + 1)
            + ", metadata: {name: web}, ";
    applied(head + before + "}");
    MapNode changed = object(head + after + "}");

    assertThat(refusal(cluster().apply(id(changed), changed, OURS.dry())).cause())
        .isEqualTo(Cause.IMMUTABLE);
    assertThat(refusal(cluster().apply(id(changed), changed, OURS.forced())).cause())
        .isEqualTo(Cause.IMMUTABLE);
  }

  protected final MapNode deployment(String label) {
    return deployment(label, "1");
  }

  private MapNode deployment(String label, String tag) {
    return object(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: LABEL}}
          template:
            metadata: {labels: {app: LABEL}}
            spec: {containers: [{name: web, image: 'example.test/web:TAG'}]}
        """
            .replace("LABEL", label)
            .replace("TAG", tag));
  }

  private static ApplyResult.Refusal refusal(ApplyResult result) {
    assertThat(result).isInstanceOf(ApplyResult.Refused.class);
    return ((ApplyResult.Refused) result).refusals().getFirst();
  }

  @Test
  void what_the_server_adds_is_no_change() {
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80, protocol:"
            + " TCP}]}}";
    String secret = "{apiVersion: v1, kind: Secret, metadata: {name: web}, data: {a: eA==}}";
    for (MapNode object : List.of(object(service), object(secret), deployment("a"))) {
      applied(object, OURS);
      assertThat(applied(object, OURS.dry()).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(applied(object, OURS).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void what_the_server_added_belongs_to_who_sets_it() {
    String service = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {";
    String ports = "ports: [{port: 80, protocol: TCP}]}}";
    Node address = applied(service + ports).at("spec", "clusterIP");

    MapNode open = applied(service + "type: NodePort, " + ports);

    assertThat(open.at("spec", "clusterIP")).isEqualTo(address);
    assertThat(applied(deployment("a"), OURS).object().at("spec", "replicas"))
        .isEqualTo(Node.of(1));
    MapNode scaled = deployment("a");
    scaled = scaled.with("spec", scaled.map("spec").with("replicas", Node.of(3)));
    assertThat(applied(scaled, OURS).object().at("spec", "replicas")).isEqualTo(Node.of(3));
  }

  @Test
  void only_the_object_that_is_meant_is_deleted() throws Exception {
    MapNode map = applied(map("a: x"), OURS).object();

    assertThat(cluster().delete(mapId(), "another", Cluster.Propagation.BACKGROUND)).isFalse();
    assertThat(live()).isNotNull();
    assertThat(delete(map, Cluster.Propagation.BACKGROUND)).isTrue();
    eventually(() -> assertThat(delete(map, Cluster.Propagation.BACKGROUND)).isFalse());
    assertThat(live()).isNull();
  }

  @Test
  void an_object_made_anew_has_another_uid() {
    MapNode first = applied(map("a: x"), OURS).object();
    delete(first, Cluster.Propagation.BACKGROUND);

    MapNode second = applied(map("a: x"), OURS).object();

    assertThat(second.at("metadata", "uid")).isNotEqualTo(first.at("metadata", "uid"));
  }

  @Test
  void an_object_with_a_finalizer_stays_until_that_is_gone() throws Exception {
    String head = "{apiVersion: v1, kind: ConfigMap, metadata: {name: web";
    MapNode held = applied(head + ", finalizers: [example.test/hold]}}");

    assertThat(delete(held, Cluster.Propagation.BACKGROUND)).isTrue();
    assertThat(live().map("metadata").has("deletionTimestamp")).isTrue();

    applied(object(head + "}}"), OURS);
    eventually(() -> assertThat(live()).isNull());
  }

  @Test
  void a_namespace_takes_what_is_in_it_with_it() throws Exception {
    String name = namespace() + "-more";
    MapNode namespace =
        applied("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
    MapNode map =
        applied("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: " + name + "}}");

    assertThat(delete(namespace, Cluster.Propagation.BACKGROUND)).isTrue();

    eventually(() -> assertThat(isThere(namespace)).isFalse());
    assertThat(isThere(map)).isFalse();
  }

  @Test
  void a_list_finds_by_kind_namespace_and_labels() {
    String label = "in-" + namespace();
    applied("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: " + label + "}}}");

    assertThat(cluster().list("v1", "ConfigMap", namespace(), Map.of("a", label))).hasSize(1);
    assertThat(cluster().list("v1", "ConfigMap", "", Map.of("a", label))).hasSize(1);
    assertThat(cluster().list("v1", "ConfigMap", "kube-system", Map.of("a", label))).isEmpty();
    assertThat(cluster().list("v1", "ConfigMap", "", Map.of("a", "other"))).isEmpty();
    assertThat(cluster().list("v1", "Secret", "", Map.of("a", label))).isEmpty();
  }

  @Test
  void what_a_list_and_a_read_give_says_what_it_is() {
    MapNode map = map("a: x");
    applied(map, OURS);

    MapNode listed =
        cluster().list("v1", "ConfigMap", namespace(), Map.of()).stream()
            .filter(each -> id(each).equals(mapId()))
            .findFirst()
            .orElseThrow();

    assertThat(listed).isEqualTo(live());
    assertThat(listed.text("apiVersion")).contains("v1");
    assertThat(listed.text("kind")).contains("ConfigMap");
  }

  @Test
  void items_of_a_list_of_containers_belong_to_who_applied_them() {
    applied(deployment("a"), OURS);
    MapNode sidecar =
        object(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec: {containers: [{name: side, image: 'example.test/side:1'}]}
            """);
    applied(sidecar, THEIRS);

    applied(deployment("a"), OURS);

    MapNode template =
        cluster().read(List.of(id(sidecar))).get(id(sidecar)).map("spec").map("template");
    assertThat(template.map("spec").list("containers").size()).isEqualTo(2);
  }

  private List<MapNode> pods() {
    return cluster().list("v1", "Pod", namespace(), Map.of("app", "a"));
  }

  private Readiness readiness(MapNode object) {
    return ReadinessRules.of(cluster().read(List.of(id(object))).get(id(object)), false);
  }

  private MapNode ready(MapNode deployment) throws Exception {
    MapNode live = applied(deployment, OURS).object();
    eventually(() -> assertThat(readiness(live)).isEqualTo(Readiness.READY));
    return live;
  }

  @Test
  void a_deployment_becomes_ready_and_its_pods_go_with_it() throws Exception {
    MapNode live = applied(deployment("a"), OURS).object();
    assertThat(ReadinessRules.of(live, false)).isInstanceOf(Readiness.Progressing.class);
    eventually(() -> assertThat(readiness(live)).isEqualTo(Readiness.READY));
    assertThat(pods()).hasSize(1);

    delete(live, Cluster.Propagation.BACKGROUND);

    eventually(() -> assertThat(pods()).isEmpty());
    assertThat(cluster().list("apps/v1", "ReplicaSet", namespace(), Map.of())).isEmpty();
  }

  @Test
  void what_an_orphaned_object_owned_stays() throws Exception {
    MapNode live = ready(deployment("a"));

    delete(live, Cluster.Propagation.ORPHAN);

    eventually(() -> assertThat(isThere(live)).isFalse());
    assertThat(pods()).hasSize(1);
    List<MapNode> sets = cluster().list("apps/v1", "ReplicaSet", namespace(), Map.of());
    assertThat(sets).hasSize(1);
    assertThat(sets.getFirst().map("metadata").list("ownerReferences").size()).isZero();
  }

  @Test
  void an_object_deleted_in_the_foreground_goes_last() throws Exception {
    MapNode live = ready(deployment("a"));

    delete(live, Cluster.Propagation.FOREGROUND);

    eventually(() -> assertThat(isThere(live)).isFalse());
    assertThat(cluster().list("apps/v1", "ReplicaSet", namespace(), Map.of())).isEmpty();
  }

  @Test
  void a_container_that_crashes_tells_why() throws Exception {
    applied(deployment("a", "crash"), OURS);
    eventually(() -> assertThat(pods()).isNotEmpty());
    ResourceId pod = id(pods().getFirst());

    eventually(() -> assertThat(cluster().logs(pod, "web", 1).toString()).contains("fatal"));
    eventually(() -> assertThat(cluster().events(pod).toString()).contains("BackOff: "));
    assertThat(cluster().logs(pod, "web", 10)).hasSizeGreaterThan(1);
  }

  @Test
  void nothing_has_neither_logs_nor_events() {
    ResourceId nobody = new ResourceId("v1", "Pod", namespace(), "nobody");

    assertThat(cluster().logs(nobody, "web", 10)).isEmpty();
    assertThat(cluster().events(nobody)).isEmpty();
  }

  @Test
  void a_view_sees_what_changes_and_what_comes_of_it() throws Exception {
    MapNode deployment = deployment("a");
    ResourceId id = id(deployment);
    try (ClusterView view = cluster().view(List.of(id, mapId()))) {
      assertThat(view.read(List.of(id, mapId()))).isEmpty();
      applied(map("a: x"), OURS);
      applied(deployment, OURS);

      eventually(() -> assertThat(view.read(List.of(mapId()))).hasSize(1));
      eventually(() ->
          assertThat(ReadinessRules.of(view.read(List.of(id)).get(id), false))
              .isEqualTo(Readiness.READY));
      eventually(
          () -> assertThat(view.list("v1", "Pod", namespace(), Map.of("app", "a"))).hasSize(1));

      delete(live(), Cluster.Propagation.BACKGROUND);
      eventually(() -> assertThat(view.read(List.of(mapId()))).isEmpty());
    }
  }
}
