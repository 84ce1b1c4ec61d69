package dev.pannier.kubernetes;

import static dev.pannier.kubernetes.ScriptedServer.json;
import static dev.pannier.kubernetes.ScriptedServer.lines;
import static dev.pannier.kubernetes.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.Cluster.Scope;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster makes of servers that are old, new, in trouble, or short with their rights. */
class ScriptedClusterTest {

  private static final String MAPS = "GET /api/v1/namespaces/web/configmaps";
  private static final String WATCH = MAPS + "?fieldSelector=metadata.name%3Dm1&watch=true";
  private static final String CORE =
      """
      {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
        {"name": "configmaps", "kind": "ConfigMap", "namespaced": true},
        {"name": "pods/log", "kind": "Pod", "namespaced": true},
        {"name": "namespaces", "kind": "Namespace", "namespaced": false}]}
      """;

  private final ScriptedServer server = new ScriptedServer();
  private Desk desk;
  private KubernetesConnection connection;
  private Cluster cluster;

  @BeforeEach
  void connect(@TempDir Path home) {
    desk = new Desk(home);
    open();
  }

  private void open() {
    connection = desk.connect(Desk.to(server.address()));
    cluster = connection.cluster();
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private static ResourceId map(int number) {
    return new ResourceId("v1", "ConfigMap", "web", "m" + number);
  }

  private static List<ResourceId> maps(int count) {
    List<ResourceId> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add(map(i));
    }
    return ids;
  }

  private static String object(String name, String version) {
    return "{\"metadata\":{\"name\":\""
        + name
        + "\",\"namespace\":\"web\",\"resourceVersion\":\""
        + version
        + "\"}}";
  }

  private static String list(String next, String... items) {
    return "{\"metadata\":{\"resourceVersion\":\"10\",\"continue\":\""
        + next
        + "\"},\"items\":["
        + String.join(",", items)
        + "]}";
  }

  @Test
  void an_old_server_is_asked_for_each_group_and_a_broken_one_is_left_out() {
    server.on("GET /version", json("{\"gitVersion\": \"v1.20.2\"}"));
    server.on("GET /api/v1", json(CORE));
    server.on("GET /apis/metrics.k8s.io/v1beta1", status(503, "service unavailable"));
    server.on(
        "GET /apis",
        json(
            "{\"groups\": [{\"versions\": "
                + "[{\"groupVersion\": \"metrics.k8s.io/v1beta1\"}]}]}"));
    server.on("GET /api", json("{\"versions\": [\"v1\"]}"));

    Capabilities capabilities = cluster.capabilities();

    assertThat(capabilities.kubeVersion()).isEqualTo("v1.20.2");
    assertThat(capabilities.apiVersions())
        .containsExactlyInAnyOrder("v1", "v1/ConfigMap", "v1/Namespace", "metrics.k8s.io/v1beta1");
    assertThat(server.asked()).hasSize(5);
    assertThat(desk.time.pauses()).isEmpty();
  }

  @Test
  void a_new_server_tells_all_kinds_at_once() {
    server.on("GET /version", json("{\"gitVersion\": \"v1.36.0\"}"));
    server.on(
        "GET /apis",
        json(
            """
            {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": "apps"}, "versions": [
              {"version": "v1", "freshness": "Current", "resources": [
                {"resource": "deployments", "scope": "Namespaced",
                 "responseKind": {"group": "apps", "version": "v1", "kind": "Deployment"},
                 "subresources": [{"subresource": "scale"}]}]}]}]}
            """));
    server.on(
        "GET /api",
        json(
            """
            {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {}, "versions": [
              {"version": "v1", "resources": [
                {"resource": "nodes", "scope": "Cluster", "responseKind": {"kind": "Node"}}]}]}]}
            """));

    assertThat(cluster.capabilities().apiVersions())
        .containsExactlyInAnyOrder("apps/v1", "apps/v1/Deployment", "v1", "v1/Node");
    assertThat(cluster.scope("apps/v1", "Deployment")).isEqualTo(Scope.NAMESPACED);
    assertThat(cluster.scope("v1", "Node")).isEqualTo(Scope.CLUSTER);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void what_is_served_is_remembered_for_some_minutes_and_what_is_missing_is_asked_for_at_once() {
    a_new_server_tells_all_kinds_at_once();
    connection.close();
    open();

    assertThat(cluster.capabilities().kubeVersion()).isEqualTo("v1.36.0");
    assertThat(cluster.scope("apps/v1", "Deployment")).isEqualTo(Scope.NAMESPACED);
    assertThat(server.asked()).hasSize(3);
    assertThat(cluster.scope("v1", "ConfigMap")).isEqualTo(Scope.UNKNOWN);
    server.on("GET /api/v1", json(CORE));
    server.once("GET /api/v1", json(CORE));
    assertThat(cluster.scope("v1", "ConfigMap")).isEqualTo(Scope.NAMESPACED);

    desk.time.pass(Duration.ofMinutes(11));
    connection.close();
    open();
    int before = server.asked().size();
    cluster.capabilities();
    assertThat(server.asked().size()).isGreaterThan(before + 2);
  }

  @Test
  void many_objects_are_one_list_and_what_that_does_not_tell_is_looked_up_by_name() {
    server.on(
        "GET /api/v1/namespaces/web/configmaps?labelSelector=app.kubernetes.io"
            + "%2Fmanaged-by%3DHelm",
        json(list("", object("m1", "1"))));
    server.on(
        "GET /api/v1/namespaces/web/configmaps?labelSelector=app.kubernetes.io"
            + "%2Fmanaged-by%21%3DHelm",
        json(list("", object("m7", "1"), object("z", "1"))));
    server.on("GET /api/v1/namespaces/web/configmaps/m7", json(object("m7", "1")));
    server.on("GET /api/v1", json(CORE));

    assertThat(cluster.read(maps(9))).containsOnlyKeys(map(1), map(7));
    assertThat(server.asked()).hasSize(4);
    assertThat(server.asked().get(2).header("Accept")).contains("PartialObjectMetadataList");
  }

  @Test
  void few_objects_are_read_one_by_one() {
    server.on(MAPS + "/m1", json(object("m1", "1")));
    server.on("GET /api/v1/namespaces", status(404, "not found"));
    server.on("GET /api/v1", json(CORE));

    assertThat(cluster.read(maps(2))).containsOnlyKeys(map(1));
  }

  @Test
  void who_may_read_but_not_list_reads_one_by_one() {
    server.on(MAPS + "?", status(403, "forbidden"));
    server.on(MAPS + "/m3", json(object("m3", "1")));
    server.on("GET /api/v1/namespaces", status(404, "not found"));
    server.on("GET /api/v1", json(CORE));

    assertThat(cluster.read(maps(4))).containsOnlyKeys(map(3));
  }

  @Test
  void lists_come_in_pages_and_begin_again_when_the_server_forgot_the_page() {
    server.on(MAPS + "?limit=500&continue=two", status(410, "expired"));
    server.on(MAPS + "?limit=500", json(list("two", object("m1", "1"))));
    server.on(MAPS, json(list("", object("m1", "1"), object("m2", "1"))));
    server.on("GET /api/v1", json(CORE));

    List<MapNode> listed = cluster.list("v1", "ConfigMap", "web", Map.of());

    assertThat(listed).hasSize(2);
    assertThat(listed.getFirst().text("kind")).contains("ConfigMap");
    assertThat(server.lines().getLast()).isEqualTo(MAPS);
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void a_list_that_is_not_allowed_says_what_and_where() {
    server.on(MAPS, status(403, "configmaps is forbidden: User \\\"u\\\" cannot list"));
    server.on("GET /api/v1", json(CORE));

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> cluster.list("v1", "ConfigMap", "web", Map.of()));
    assertThat(failure.problems().getFirst().message())
        .isEqualTo(
            "The API server `"
                + server.address()
                + "` does not let you list `ConfigMap` in namespace `web`: configmaps is forbidden:"
                + " User \"u\" cannot list.");
  }

  @Test
  void a_watch_goes_on_where_it_broke_off_and_anew_where_its_version_is_too_old() throws Exception {
    server.once(WATCH, lines(_ -> true, event("BOOKMARK", object("", "50"))));
    server.once(WATCH, lines(_ -> false, event("ERROR", "{\"code\": 410}")));
    server.once(WATCH, lines(_ -> false, event("MODIFIED", object("m1", "12"))));
    server.on(MAPS, json(list("", object("m1", "11"))));
    server.on("GET /api/v1", json(CORE));

    try (ClusterView view = cluster.view(List.of(map(1)))) {
      assertThat(view.read(List.of(map(1)))).containsOnlyKeys(map(1));
      await(() -> watches() == 3);
    }
    assertThat(server.lines().stream().filter(line -> line.startsWith(WATCH)).toList())
        .extracting(line -> line.replaceAll(".*resourceVersion=(\\d+).*", "$1"))
        .containsExactly("10", "12", "10");
  }

  private long watches() {
    return server.lines().stream().filter(line -> line.startsWith(WATCH)).count();
  }

  @Test
  void a_change_wakes_who_waits_at_once() throws Exception {
    server.on(
        WATCH,
        lines(
            _ -> true, event("DELETED", object("m1", "12")), event("BOOKMARK", object("", "13"))));
    server.on(MAPS, json(list("", object("m1", "11"))));
    server.on("GET /api/v1", json(CORE));

    long begin = System.nanoTime();
    try (ClusterView view = cluster.view(List.of(map(1)))) {
      while (!view.read(List.of(map(1))).isEmpty()) {
        view.await(Duration.ofSeconds(10), desk.time);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void who_may_list_but_not_watch_gets_a_list_again_and_again() throws Exception {
    server.on(WATCH, status(403, "forbidden"));
    server.once(MAPS, json(list("", object("m1", "11"))));
    server.on(MAPS, json(list("")));
    server.once(
        MAPS + "?fieldSelector=metadata.name%3Dm1&limit", json(list("", object("m1", "1"))));
    server.on("GET /api/v1", json(CORE));

    try (ClusterView view = cluster.view(List.of(map(1)))) {
      await(() -> view.read(List.of(map(1))).isEmpty());
    }
    assertThat(desk.time.pauses()).contains(Duration.ofSeconds(2));
  }

  @Test
  void a_watch_that_cannot_go_on_tells_whoever_looks() throws Exception {
    server.once(WATCH, status(500, "etcd is gone"));
    server.once(MAPS, json(list("", object("m1", "11"))));
    server.on(MAPS, status(403, "no more"));
    server.on("GET /api/v1", json(CORE));
    server.once(
        MAPS + "?fieldSelector=metadata.name%3Dm1&limit", json(list("", object("m1", "1"))));

    try (ClusterView view = cluster.view(List.of(map(1)))) {
      await(() -> failed(view));
    }
  }

  private static boolean failed(ClusterView view) {
    try {
      view.read(List.of(map(1)));
      return false;
    } catch (ChartException e) {
      return e.problems().getFirst().code().equals("cluster.forbidden");
    }
  }

  private static String event(String type, String object) {
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}";
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
