package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.ReadinessRules;
import dev.pannier.engine.deploy.sandbox.ObjectCheck;
import dev.pannier.engine.deploy.sandbox.SandboxCluster;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClusterTest extends ClusterContract {

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime();
  private Cluster cluster;

  @BeforeEach
  void setUp() {
    cluster = another();
  }

  private Cluster another() {
    return new SandboxCluster(
        folder,
        time,
        RandomGenerator.of("L64X128MixRandom"),
        Duration.ofMillis(300),
        KindSchemas.builtIn(),
        ObjectCheck.NONE);
  }

  @Override
  protected Cluster cluster() {
    return cluster;
  }

  @Override
  protected String namespace() {
    return "default";
  }

  @Override
  protected void passTime() {
    time.pause(Duration.ofMillis(200));
  }

  private void settle() {
    for (int i = 0; i < 20; i++) {
      passTime();
      cluster.read(List.of());
    }
  }

  private MapNode workload(String kind, String more, String tag) {
    return yaml(
        """
        apiVersion: apps/v1
        kind: KIND
        metadata: {name: web, namespace: default}
        spec:
          MORE
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: 'example.test/web:TAG'}]}
        """
            .replace("KIND", kind)
            .replace("MORE", more)
            .replace("TAG", tag));
  }

  private MapNode applied(MapNode object) {
    ResourceId id = id(object);
    assertThat(cluster.apply(id, object, OURS.forced())).isInstanceOf(ApplyResult.Applied.class);
    return cluster.read(List.of(id)).get(id);
  }

  private Readiness readiness(MapNode object) {
    return ReadinessRules.of(cluster.read(List.of(id(object))).get(id(object)), true);
  }

  private List<MapNode> pods() {
    return cluster.list("v1", "Pod", "default", Map.of());
  }

  @Test
  void objects_are_readable_files_by_namespace_kind_and_name() throws IOException {
    applied(map("a: x"));

    assertThat(Files.readString(folder.resolve("default/ConfigMap.web.yaml")))
        .startsWith("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n")
        .contains("data:\n  a: x\n");
    assertThat(folder.resolve("_cluster/Namespace.default.yaml")).exists();
  }

  @Test
  void an_edit_of_a_file_is_a_conflict_with_an_editor() throws IOException {
    applied(map("a: x, b: x"));
    Path file = folder.resolve("default/ConfigMap.web.yaml");
    Files.writeString(file, Files.readString(file).replace("a: x", "a: mine"));

    assertThat(cluster.apply(mapId(), map("a: x, b: x"), OURS))
        .isEqualTo(
            new ApplyResult.Conflicted(
                List.of(
                    new ApplyResult.Conflict(
                        "data.a",
                        FieldOwner.named("kubectl-edit"),
                        Node.of("mine"),
                        Node.of("x")))));
  }

  @Test
  void a_process_killed_between_the_two_files_of_an_object_leaves_no_field_behind()
      throws IOException {
    Path object = folder.resolve("default/ConfigMap.web.yaml");
    Path fields = folder.resolve(".pannier/fields/default/ConfigMap.web.json");
    applied(map("a: x, b: x"));
    String oldObject = Files.readString(object);
    String oldFields = Files.readString(fields);
    applied(map("b: x, c: x"));
    String newFields = Files.readString(fields);
    String both =
        newFields.replace(
            "[{", oldFields.replaceAll(".*(\\[\\{.*\\}\\]).*\\s*", "$1").replace("}]", "},{"));
    assertThat(both).contains("\"a\":\"x\"").contains("\"c\":\"x\"");

    Files.writeString(fields, both);
    applied(map("b: x"));
    assertThat(cluster.read(List.of(mapId())).get(mapId()).map("data")).isEqualTo(yaml("b: x"));

    Files.writeString(object, oldObject);
    Files.writeString(fields, both);
    applied(map("b: x"));
    assertThat(cluster.read(List.of(mapId())).get(mapId()).map("data")).isEqualTo(yaml("b: x"));
  }

  @Test
  void a_field_added_to_a_file_by_hand_stays() throws IOException {
    applied(map("a: x"));
    Path file = folder.resolve("default/ConfigMap.web.yaml");
    Files.writeString(file, Files.readString(file).replace("a: x", "a: x\n  mine: m"));

    applied(map("a: y"));

    assertThat(cluster.read(List.of(mapId())).get(mapId()).map("data"))
        .isEqualTo(yaml("{a: y, mine: m}"));
  }

  @Test
  void a_file_put_there_by_hand_is_an_object() throws IOException {
    applied(map("a: x"));
    Files.writeString(
        folder.resolve("default/ConfigMap.mine.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mine}\n");

    List<MapNode> maps = cluster.list("v1", "ConfigMap", "default", Map.of());
    assertThat(maps).hasSize(2).allMatch(each -> each.map("metadata").has("uid"));
  }

  @Test
  void a_file_that_is_no_yaml_is_named_with_its_line() throws IOException {
    applied(map("a: x"));
    Files.writeString(folder.resolve("default/ConfigMap.web.yaml"), "apiVersion: v1\na: b: c\n");

    assertThatThrownBy(() -> cluster.read(List.of(mapId())))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("ConfigMap.web.yaml:2");
  }

  @Test
  void a_deployment_that_crashes_keeps_its_old_pods_and_tells_why() {
    applied(workload("Deployment", "replicas: 2", "v1"));
    settle();
    MapNode crashing = applied(workload("Deployment", "replicas: 2", "crash-1"));
    settle();

    assertThat(readiness(crashing)).isInstanceOf(Readiness.Progressing.class);
    List<MapNode> ready = pods().stream().filter(SandboxClusterTest::isReady).toList();
    assertThat(ready).hasSize(2);
    MapNode broken = pods().stream().filter(each -> !isReady(each)).findFirst().orElseThrow();
    assertThat(ReadinessRules.of(broken, false))
        .isEqualTo(new Readiness.Failed("container `web` is in CrashLoopBackOff, exit code 1"));
    assertThat(cluster.logs(id(broken), "web", 1))
        .containsExactly("fatal: the tag `crash-1` tells this image to crash");
    assertThat(cluster.events(id(broken))).isNotEmpty();
  }

  private static boolean isReady(MapNode pod) {
    return ReadinessRules.of(pod, false).equals(Readiness.READY);
  }

  @Test
  void a_deployment_goes_back_to_the_replica_set_it_had() {
    applied(workload("Deployment", "replicas: 2", "v1"));
    settle();
    applied(workload("Deployment", "replicas: 2", "crash-1"));
    settle();
    MapNode back = applied(workload("Deployment", "replicas: 2", "v1"));
    settle();

    assertThat(readiness(back)).isEqualTo(Readiness.READY);
    assertThat(pods()).hasSize(2);
    assertThat(cluster.list("apps/v1", "ReplicaSet", "default", Map.of())).hasSize(2);
  }

  @Test
  void a_stateful_set_rolls_in_order_and_heals() {
    String claims =
        "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]";
    String more = "replicas: 2\n  serviceName: web\n  " + claims;
    MapNode set = applied(workload("StatefulSet", more, "v1"));
    assertThat(pods()).hasSize(1);
    settle();
    assertThat(readiness(set)).isEqualTo(Readiness.READY);

    applied(workload("StatefulSet", more, "crash"));
    settle();
    assertThat(readiness(set)).isInstanceOf(Readiness.Progressing.class);

    applied(workload("StatefulSet", more, "v1"));
    settle();
    assertThat(readiness(set)).isEqualTo(Readiness.READY);
    assertThat(cluster.list("v1", "PersistentVolumeClaim", "default", Map.of())).hasSize(2);
  }

  @Test
  void a_daemon_set_becomes_ready() {
    MapNode set = applied(workload("DaemonSet", "", "v1"));
    settle();
    assertThat(readiness(set)).isEqualTo(Readiness.READY);
  }

  @Test
  void jobs_complete_or_fail_by_their_image() {
    MapNode good = applied(job("good", "v1"));
    MapNode bad = applied(job("bad", "crash"));
    assertThat(readiness(good)).isInstanceOf(Readiness.Progressing.class);
    settle();

    assertThat(readiness(good)).isEqualTo(Readiness.READY);
    assertThat(readiness(bad))
        .isEqualTo(new Readiness.Failed("Job has reached the specified backoff limit"));
  }

  private MapNode job(String name, String tag) {
    return yaml(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: NAME, namespace: default}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: job, image: 'example.test/job:TAG'}]
        """
            .replace("NAME", name)
            .replace("TAG", tag));
  }

  @Test
  void an_image_that_is_missing_cannot_be_pulled() {
    applied(workload("Deployment", "", "missing"));
    settle();

    assertThat(ReadinessRules.of(pods().getFirst(), false))
        .isInstanceOfSatisfying(
            Readiness.Failed.class, each -> assertThat(each.reason()).contains("ImagePullBackOff"));
  }

  @Test
  void an_old_api_version_is_refused_with_the_one_that_is_served() {
    MapNode old = workload("Deployment", "", "v1").with("apiVersion", Node.of("apps/v1beta1"));

    ApplyResult result = cluster.apply(id(old), old, OURS);

    assertThat(((ApplyResult.Refused) result).refusals().getFirst().message()).contains("apps/v1");
  }

  @Test
  void many_at_once_lose_nothing() throws Exception {
    Cluster[] clusters = {another(), another(), another(), another()};
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        Cluster mine = clusters[i % 4];
        String name = "map-" + i;
        threads.submit(() -> {
          MapNode object =
              yaml(
                  "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: default, name: "
                      + name
                      + "}}");
          return mine.apply(id(object), object, OURS);
        });
      }
    }
    assertThat(cluster.list("v1", "ConfigMap", "default", Map.of()))
        .extracting(each -> each.map("metadata").text("name").orElseThrow())
        .contains("map-0", "map-39")
        .hasSizeGreaterThanOrEqualTo(40);
  }
}
