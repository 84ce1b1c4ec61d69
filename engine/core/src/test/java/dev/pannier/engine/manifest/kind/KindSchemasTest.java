package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The tables of good and bad manifests below src/test/resources/manifest/kind. */
class KindSchemasTest {

  private static final Set<String> COVERED =
      Set.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Pod",
          "Job",
          "CronJob",
          "Service",
          "Ingress",
          "NetworkPolicy",
          "ConfigMap",
          "Secret",
          "Namespace",
          "ServiceAccount",
          "PersistentVolumeClaim",
          "PersistentVolume",
          "StorageClass",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "HorizontalPodAutoscaler",
          "PodDisruptionBudget",
          "PriorityClass",
          "ResourceQuota",
          "LimitRange",
          "CustomResourceDefinition",
          "ValidatingWebhookConfiguration",
          "MutatingWebhookConfiguration",
          "APIService");

  @Test
  void good_manifests_have_nothing_wrong() throws IOException {
    for (Path file : Manifests.files("good")) {
      assertThat(Manifests.check(Manifests.read(file)))
          .filteredOn(problem -> problem.severity() == Severity.ERROR)
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void bad_manifests_are_told_what_is_wrong_and_what_to_do() throws IOException {
    for (Path file : Manifests.files("bad")) {
      List<Problem> problems = Manifests.check(Manifests.read(file));
      Goldens.in("manifest/kind/bad")
          .check(file.getFileName() + ".expected", Manifests.messages(problems));
    }
  }

  @Test
  void a_manifest_is_judged_by_the_release_that_it_is_for() throws IOException {
    for (Path file : Manifests.files("release")) {
      String version = file.getFileName().toString().replace(".yaml", "");
      List<Problem> problems = new ArrayList<>();
      Manifests.read(file)
          .forEach(object -> problems.addAll(KindSchemas.at("v" + version + ".3").check(object)));
      Goldens.in("manifest/kind/release")
          .check(version + ".expected", Manifests.messages(problems));
    }
  }

  @Test
  void a_release_that_is_not_known_is_told() {
    assertThat(KindSchemas.unknownRelease("v1.29.1-gke.3")).isEmpty();
    assertThat(KindSchemas.unknownRelease("v1.19.0"))
        .get()
        .extracting(Problem::message)
        .isEqualTo(
            "The kinds of Kubernetes `v1.19.0` are not known; manifests are checked as for 1.20.");
    assertThat(KindSchemas.unknownRelease("v1.99.0"))
        .get()
        .extracting(Problem::severity)
        .isEqualTo(Severity.INFO);
    assertThat(KindSchemas.at("v1.99.0").kubeVersion())
        .isEqualTo(KindSchemas.builtIn().kubeVersion());
  }

  @Test
  void both_tables_cover_the_kinds_that_charts_use() throws IOException {
    assertThat(kinds("good")).containsAll(COVERED);
    assertThat(kinds("bad")).containsAll(COVERED);
  }

  @Test
  void every_bad_manifest_has_something_wrong() throws IOException {
    for (Path file : Manifests.files("bad")) {
      for (MapNode object : Manifests.read(file)) {
        assertThat(KindSchemas.builtIn().check(object)).as(object.toString()).isNotEmpty();
      }
    }
  }

  @Test
  void a_schema_knows_whether_its_objects_live_in_a_namespace() {
    assertThat(schema("apps/v1", "Deployment").namespaced()).isTrue();
    assertThat(schema("v1", "Service").namespaced()).isTrue();
    assertThat(schema("v1", "Namespace").namespaced()).isFalse();
    assertThat(schema("v1", "PersistentVolume").namespaced()).isFalse();
    assertThat(schema("rbac.authorization.k8s.io/v1", "ClusterRole").namespaced()).isFalse();
    assertThat(schema("rbac.authorization.k8s.io/v1", "Role").namespaced()).isTrue();
  }

  @Test
  void custom_kinds_and_what_cannot_be_created_have_no_schema() {
    assertThat(KindSchemas.builtIn().find("monitoring.coreos.com/v1", "ServiceMonitor")).isEmpty();
    assertThat(KindSchemas.builtIn().find("v1", "PodList")).isEmpty();
    assertThat(KindSchemas.builtIn().find("extensions/v1beta1", "Ingress")).isEmpty();
  }

  @Test
  void the_release_of_kubernetes_is_known() {
    assertThat(KindSchemas.builtIn().kubeVersion()).hasToString("1.36");
  }

  @Test
  void a_list_of_problems_ends_with_the_number_of_those_left_out() {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      labels.append("    l").append(i).append(": ").append(i).append('\n');
    }
    List<Problem> problems =
        Manifests.check(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n"
                + labels
                + "spec: {containers: [{name: a, image: a}]}");

    assertThat(problems).hasSize(101);
    assertThat(problems.getLast().message()).isEqualTo("50 further problems are not shown.");
  }

  @Test
  void many_threads_on_fresh_schemas_find_the_same() throws Exception {
    List<MapNode> objects = new ArrayList<>();
    for (Path file : Manifests.files("bad")) {
      objects.addAll(Manifests.read(file));
    }
    String expected = Manifests.messages(Manifests.check(objects));
    KindSchemas fresh = new KindSchemas(new Catalog(SchemaText.builtIn(), new KubeVersion(36)));
    Callable<String> check =
        () ->
            Manifests.messages(
                objects.stream().flatMap(object -> fresh.check(object).stream()).toList());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> found : threads.invokeAll(Collections.nCopies(32, check))) {
        assertThat(found.get()).isEqualTo(expected);
      }
    }
  }

  private static Set<String> kinds(String folder) throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (Path file : Manifests.files(folder)) {
      Manifests.read(file).forEach(object -> kinds.add(object.text("kind").orElseThrow()));
    }
    return kinds;
  }

  private static KindSchema schema(String apiVersion, String kind) {
    return KindSchemas.builtIn().find(apiVersion, kind).orElseThrow();
  }
}
