package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.Pannier;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others applied by updates becomes the release's own, and applying goes in waves. */
class MigrationTest {
  private static final LockHolder ME =
      new LockHolder("here", ProcessHandle.current().pid(), "pannier test", Instant.now());

  @TempDir Path folder;
  private final List<DeployEvent> events = new ArrayList<>();
  private ControlPlane plane;
  private KubernetesConnection connection;
  private Releases pannier;
  private ReleaseId id;

  @BeforeEach
  void begin() {
    plane = ControlPlane.assumePresent();
    id = ReleaseId.of(plane.namespace("migration"), "web");
    connection = RecordRoom.connection(plane.kubeconfig(), "");
    pannier =
        new Releases(
            new Pannier(Clock.systemUTC(), RandomGenerator.getDefault()),
            connection.cluster(),
            RecordRoom.store(connection.server(), RecordKind.SECRET),
            Clock.systemUTC(),
            Thread::sleep);
  }

  @AfterEach
  void end() {
    connection.close();
  }

  private Path chart(String name, String template, String text) throws IOException {
    Path chart = folder.resolve(name);
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("templates").resolve(template), text);
    return chart;
  }

  private DeployRequest request(Path chart, DeployOptions options) {
    Problems problems = new Problems();
    RenderRequest render =
        RenderRequest.builder(ChartLoader.load(chart, chart.toString(), problems), id).build();
    problems.throwIfErrors();
    return DeployRequest.builder(render, ME).options(options).events(events::add).build();
  }

  private ConfigMap live(String name) {
    return plane.client().configMaps().inNamespace(id.namespace()).withName(name).get();
  }

  private void create(
      String name, String manager, Map<String, String> annotations, Map<String, String> data) {
    ConfigMap map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(name)
            .withAnnotations(annotations)
            .endMetadata()
            .withData(data)
            .build();
    String path = "/api/v1/namespaces/" + id.namespace() + "/configmaps?fieldManager=" + manager;
    plane.client().raw(path, "POST", map);
  }

  /** Somebody else sets a field. */
  private void patch(String name) {
    plane
        .client()
        .configMaps()
        .inNamespace(id.namespace())
        .withName(name)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("operator")
                .build(),
            "{\"data\":{\"extra\":\"theirs\"}}");
  }

  private static List<String> managers(ConfigMap map) {
    return map.getMetadata().getManagedFields().stream()
        .map((ManagedFieldsEntry each) -> each.getManager() + " " + each.getOperation())
        .toList();
  }

  @Test
  void a_field_that_helm_3_set_and_the_chart_leaves_out_goes() throws IOException {
    String map =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web-config
          labels: {LABEL: old}
        data:
          color: red
        """;
    Path go = chart("go", "config.yaml", map.replace("LABEL", "tier") + "  shape: round\n");
    RealHelm.assumeLoads(plane, id.namespace()).install(go, "web", "red");
    assertThat(managers(live("web-config"))).containsExactly("helm Update");

    Path ours = chart("ours", "config.yaml.hbs", map.replace("LABEL", "part"));
    pannier.upgrade(request(ours, DeployOptions.DEFAULTS));

    ConfigMap upgraded = live("web-config");
    assertThat(upgraded.getData()).isEqualTo(Map.of("color", "red"));
    assertThat(upgraded.getMetadata().getLabels()).containsKey("part").doesNotContainKey("tier");
    assertThat(managers(upgraded)).containsExactly("helm Apply");
  }

  @Test
  void what_kubectl_applied_is_taken_over_as_a_whole_and_others_keep_theirs() throws IOException {
    create(
        "web-config",
        "kubectl-client-side-apply",
        Map.of("kubectl.kubernetes.io/last-applied-configuration", "{}"),
        Map.of("color", "red", "shape", "round"));
    patch("web-config");

    pannier.install(
        request(
            chart(
                "ours",
                "config.yaml.hbs",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-config}\n"
                    + "data: {color: blue}\n"),
            DeployOptions.builder().takeOwnership(true).build()));

    ConfigMap taken = live("web-config");
    assertThat(taken.getData()).isEqualTo(Map.of("color", "blue", "extra", "theirs"));
    assertThat(taken.getMetadata().getAnnotations())
        .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
  }

  @Test
  void who_is_overtaken_while_taking_over_reads_again() {
    create("raced", "Go-http-client", Map.of(), Map.of("color", "red"));
    ResourceId raced = new ResourceId("v1", "ConfigMap", id.namespace(), "raced");
    MapNode stale = connection.cluster().read(List.of(raced)).get(raced);
    patch("raced");

    assertThat(connection.cluster().adopt(raced, stale, Set.of("Go-http-client"), "helm"))
        .isTrue();
    assertThat(managers(live("raced")))
        .containsExactlyInAnyOrder("helm Apply", "operator Update");
    assertThat(connection.cluster().adopt(raced, stale, Set.of("Go-http-client"), "helm"))
        .isFalse();
  }

  @Test
  void definitions_are_served_and_what_is_waited_for_is_ready_before_the_next_wave()
      throws IOException {
    Path chart =
        chart(
            "waves",
            "all.yaml.hbs",
            """
            apiVersion: example.com/v1
            kind: Parcel
            metadata: {name: one}
            spec: {size: 3}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: after
              annotations: {pannier.dev/depends-on: Job/migrate}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: migrate, image: "example.test/migrate:v1"}]
            """);
    Files.createDirectories(chart.resolve("crds"));
    Files.writeString(
        chart.resolve("crds/parcel.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: parcels.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {kind: Parcel, plural: parcels, singular: parcel, listKind: ParcelList}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec: {type: object, properties: {size: {type: integer}}}
        """);

    pannier.install(request(chart, DeployOptions.DEFAULTS));

    List<String> told = new ArrayList<>();
    for (DeployEvent event : events) {
      switch (event) {
        case DeployEvent.Applied it -> told.add("applied " + it.id());
        case DeployEvent.Ready it -> told.add("ready " + it.id());
        default -> {}
      }
    }
    assertThat(told)
        .containsSubsequence(
            "applied CustomResourceDefinition/parcels.example.com",
            "ready CustomResourceDefinition/parcels.example.com",
            "applied Parcel/one")
        .containsSubsequence(
            "applied Job/migrate", "ready Job/migrate", "applied ConfigMap/after");
    pannier.uninstall(id, ME, DeployOptions.DEFAULTS, _ -> {});
    assertThat(live("after")).isNull();
    plane.client().apiextensions().v1().customResourceDefinitions()
        .withName("parcels.example.com")
        .delete();
  }
}
