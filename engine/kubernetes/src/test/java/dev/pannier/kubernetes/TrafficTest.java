package dev.pannier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.deploy.ApplyMode;
import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Fault;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to a real API server, and what happens when some of it is lost. */
class TrafficTest {

  private static final ApplyMode OURS = new ApplyMode("helm", false, false);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ControlPlane plane = ControlPlane.assumePresent();
  private final String namespace = plane.namespace("traffic");
  private final ChaosProxy proxy = plane.proxy();
  private KubernetesConnection connection;

  @BeforeEach
  void connect(@TempDir Path home) {
    connection = open(home, "");
  }

  private KubernetesConnection open(Path home, String context) {
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            home,
            home.resolve("cache"),
            Clock.systemUTC(),
            RandomGenerator.getDefault(),
            Thread::sleep,
            _ -> {},
            _ -> {},
            false);
    return KubernetesConnection.open(
        new ConnectionSettings(
            proxy.kubeconfig().toString(), context, "", "", "", "", false, "", List.of(), 0, 0),
        surroundings);
  }

  @AfterEach
  void close() {
    connection.close();
    proxy.close();
  }

  private ResourceId id(int number) {
    return new ResourceId("v1", "ConfigMap", namespace, "m" + number);
  }

  private List<ResourceId> ids(int from, int to) {
    List<ResourceId> ids = new ArrayList<>();
    for (int i = from; i < to; i++) {
      ids.add(id(i));
    }
    return ids;
  }

  private MapNode map(ResourceId id, String text, boolean labelled) {
    Map<String, Object> labels =
        labelled ? Map.of("app.kubernetes.io/managed-by", "Helm") : Map.of();
    return (MapNode)
        Node.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", id.name(), "namespace", namespace, "labels", labels),
                "data",
                Map.of("a", text)));
  }

  private ApplyResult.Outcome apply(ResourceId id, String text) {
    ApplyResult result = connection.cluster().apply(id, map(id, text, true), OURS);
    assertThat(result).isInstanceOf(ApplyResult.Applied.class);
    return ((ApplyResult.Applied) result).outcome();
  }

  private int requests() {
    return proxy.count(request -> !request.resource().isEmpty());
  }

  @Test
  void many_objects_are_read_with_one_request_and_absent_ones_with_two() {
    Cluster cluster = connection.cluster();
    ids(0, 60).parallelStream().forEach(id -> apply(id, "x"));
    proxy.forget();

    assertThat(cluster.read(ids(0, 60))).hasSize(60);
    assertThat(requests()).isEqualTo(1);
    assertThat(cluster.read(ids(60, 120))).isEmpty();
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void whoever_looked_before_is_told_without_a_further_request_what_applying_did() {
    connection.cluster().read(ids(0, 5));
    proxy.forget();

    assertThat(apply(id(0), "x")).isEqualTo(ApplyResult.Outcome.CREATED);
    assertThat(apply(id(0), "x")).isEqualTo(ApplyResult.Outcome.UNCHANGED);
    assertThat(apply(id(0), "z")).isEqualTo(ApplyResult.Outcome.CONFIGURED);
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void an_object_whose_answer_got_lost_is_made_once_and_told_as_made() {
    connection.cluster().read(ids(0, 5));
    proxy.at(1, request -> request.verb().equals("apply"), Fault.dropAnswer());

    assertThat(apply(id(0), "x")).isEqualTo(ApplyResult.Outcome.CREATED);
    assertThat(proxy.count(request -> request.verb().equals("apply"))).isEqualTo(2);
  }

  @Test
  void a_deletion_whose_answer_got_lost_is_told_as_done() {
    apply(id(0), "x");
    MapNode live = connection.cluster().read(List.of(id(0))).get(id(0));
    proxy.at(1, request -> request.verb().equals("delete"), Fault.dropAnswer());

    assertThat(
            connection
                .cluster()
                .delete(
                    id(0),
                    live.map("metadata").text("uid").orElseThrow(),
                    Cluster.Propagation.BACKGROUND))
        .isTrue();
  }

  @Test
  void waiting_asks_nothing_and_ends_within_a_moment_of_a_change() throws Exception {
    ids(0, 5).forEach(id -> apply(id, "x"));
    try (ClusterView view = connection.cluster().view(ids(0, 5))) {
      view.read(ids(0, 5));
      eventually(() -> proxy.count(request -> request.verb().equals("watch")) == 1);
      proxy.forget();
      view.await(Duration.ofMillis(300), Thread::sleep);
      assertThat(requests()).isZero();

      apply(id(3), "z");
      long begin = System.nanoTime();
      while (!text(view, id(3)).equals("z")) {
        view.await(LONG, Thread::sleep);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }
  }

  private static String text(ClusterView view, ResourceId id) {
    MapNode object = view.read(List.of(id)).get(id);
    return object == null ? "" : object.map("data").text("a").orElse("");
  }

  @Test
  void waiting_goes_on_where_the_watch_cannot_begin_at_first() throws Exception {
    apply(id(0), "x");
    proxy.at(1, request -> request.verb().equals("watch"), Fault.dropRequest());
    proxy.at(
        2,
        request -> request.verb().equals("watch"),
        new Fault.Answer(503, "", List.of("Retry-After: 1")));
    try (ClusterView view = connection.cluster().view(List.of(id(0)))) {
      apply(id(0), "z");
      eventually(() -> text(view, id(0)).equals("z"));
    }
  }

  @Test
  void who_may_only_read_waits_all_the_same(@TempDir Path home) throws Exception {
    apply(id(0), "x");
    allow("get");
    try (KubernetesConnection developer = open(home, "developer");
        ClusterView view = developer.cluster().view(List.of(id(0)))) {
      assertThat(text(view, id(0))).isEqualTo("x");
      apply(id(0), "z");
      while (!text(view, id(0)).equals("z")) {
        view.await(LONG, Thread::sleep);
      }
      assertThat(proxy.count(request -> request.verb().equals("watch"))).isZero();
    }
  }

  @Test
  void who_may_not_is_told_what_and_who(@TempDir Path home) {
    try (KubernetesConnection developer = open(home, "developer")) {
      ChartException failure =
          catchThrowableOfType(
              ChartException.class,
              () -> developer.cluster().list("v1", "Secret", namespace, Map.of()));

      assertThat(failure.problems().getFirst().code()).isEqualTo("cluster.forbidden");
      assertThat(failure.problems().getFirst().message())
          .contains("does not let you list `Secret` in namespace `" + namespace + "`")
          .contains("\"developer\"");
    }
  }

  private void allow(String verb) {
    plane
        .client()
        .resource(
            new RoleBuilder()
                .withNewMetadata()
                .withName("reader")
                .withNamespace(namespace)
                .endMetadata()
                .addNewRule()
                .withApiGroups("")
                .withResources("configmaps")
                .withVerbs(verb)
                .endRule()
                .build())
        .create();
    plane
        .client()
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName("reader")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
                .addNewSubject("rbac.authorization.k8s.io", "User", "developer", null)
                .build())
        .create();
  }

  private static void eventually(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
