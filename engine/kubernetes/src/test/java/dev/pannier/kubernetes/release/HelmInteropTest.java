package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.Pannier;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.test.cluster.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of the two tools goes on where the other left off, on one API server: Helm 3.21 itself, and
 * Pannier.
 */
class HelmInteropTest {

  private static final LockHolder ME =
      new LockHolder("here", ProcessHandle.current().pid(), "pannier test", Instant.now());

  @TempDir Path folder;
  private ControlPlane plane;
  private KubernetesConnection connection;
  private RealHelm helm;
  private ReleaseStore store;
  private Releases pannier;
  private ReleaseId id;

  @BeforeEach
  void begin() throws IOException {
    plane = ControlPlane.assumePresent();
    String namespace = plane.namespace("interop");
    helm = RealHelm.assumeLoads(plane, namespace);
    connection = RecordRoom.connection(plane.kubeconfig(), "");
    id = ReleaseId.of(namespace, "web");
    store = RecordRoom.store(connection.server(), RecordKind.SECRET);
    Pannier renderer = new Pannier(Clock.systemUTC(), RandomGenerator.getDefault());
    pannier = new Releases(renderer, connection.cluster(), store, Clock.systemUTC(), Thread::sleep);
    write("helm", "templates/config.yaml", "{{ .Values.color }}", "{{ .Release.Name }}");
    write("pannier", "templates/config.yaml.hbs", "{{Values.color}}", "{{Release.Name}}");
  }

  @AfterEach
  void end() {
    connection.close();
  }

  /** The same chart in two languages: one ConfigMap, and a hook. */
  private void write(String name, String template, String color, String release)
      throws IOException {
    Path chart = Files.createDirectories(folder.resolve(name).resolve("templates")).getParent();
    Files.writeString(
        chart.resolve("Chart.yaml"),
        "apiVersion: v2\nname: web\nversion: 1.2.3\nappVersion: '1.10'\n");
    Files.writeString(chart.resolve("values.yaml"), "color: grey\nsize: 3\n");
    Files.writeString(
        chart.resolve(template),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: %s-config
        data:
          color: %s
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: %s-hook
          annotations:
            helm.sh/hook: pre-install,pre-upgrade
        """
            .formatted(release, color, release));
  }

  private DeployRequest request(String color) {
    return DeployRequest.builder(renderOf(color), ME).build();
  }

  private String color() {
    return plane
        .client()
        .configMaps()
        .inNamespace(id.namespace())
        .withName("web-config")
        .get()
        .getData()
        .get("color");
  }

  private boolean isGone() {
    return plane.client().configMaps().inNamespace(id.namespace()).withName("web-config").get()
        == null;
  }

  private static MapNode yaml(String text) {
    return (MapNode) YamlReader.read(new Source("values", text));
  }

  @Test
  void helm_lists_shows_upgrades_and_uninstalls_what_pannier_installed() {
    pannier.install(request("red"));
    pannier.upgrade(request("green"));

    assertThat(helm.list())
        .singleElement()
        .satisfies(release -> {
          assertThat(release.getName()).isEqualTo("web");
          assertThat(release.getStatus()).isEqualTo("deployed");
          assertThat(release.getRevision()).isEqualTo("2");
          assertThat(release.getChart()).isEqualTo("web-1.2.3");
          assertThat(release.getAppVersion()).isEqualTo("1.10");
        });
    assertThat(helm.status("web").getStatus()).isEqualTo("deployed");
    assertThat(helm.history("web"))
        .extracting(each -> each.getRevision() + " " + each.getStatus())
        .containsExactly("1 superseded", "2 deployed");
    assertThat(yaml(helm.values("web"))).isEqualTo(yaml("color: green"));

    helm.upgrade(folder.resolve("helm"), "web", "blue");
    assertThat(color()).isEqualTo("blue");
    assertThat(store.history(id).revisions())
        .extracting(each -> each.revision() + " " + each.status().word())
        .containsExactly("1 superseded", "2 superseded", "3 deployed");

    helm.uninstall("web");
    assertThat(isGone()).isTrue();
    assertThat(store.history(id).isEmpty()).isTrue();
    assertThat(store.list(id.namespace()).releases()).isEmpty();
  }

  @Test
  void pannier_lists_shows_upgrades_rolls_back_and_uninstalls_what_helm_installed() {
    helm.install(folder.resolve("helm"), "web", "red");

    assertThat(store.list(id.namespace()).releases())
        .singleElement()
        .satisfies(release -> {
          assertThat(release.chartName() + "-" + release.chartVersion()).isEqualTo("web-1.2.3");
          assertThat(release.status()).isEqualTo(Status.DEPLOYED);
          assertThat(release.appVersion()).isEqualTo("1.10");
        });
    Release first = store.history(id).latest().orElseThrow();
    assertThat(first.config()).isEqualTo(yaml("color: red"));
    assertThat(first.applyMethod()).isEmpty();
    assertThat(first.hooks()).hasSize(1);

    pannier.upgrade(request("green"));
    assertThat(color()).isEqualTo("green");
    pannier.rollback(id, 1, ME, DeployOptions.DEFAULTS, _ -> {});
    assertThat(color()).isEqualTo("red");
    assertThat(helm.history("web"))
        .extracting(each -> each.getRevision() + " " + each.getStatus())
        .containsExactly("1 superseded", "2 superseded", "3 deployed");
    helm.upgrade(folder.resolve("helm"), "web", "blue");
    assertThat(color()).isEqualTo("blue");

    pannier.uninstall(id, ME, DeployOptions.DEFAULTS, _ -> {});
    assertThat(isGone()).isTrue();
    assertThat(helm.list()).isEmpty();
  }

  @Test
  void the_two_keep_to_each_others_rules_about_what_is_there() {
    helm.install(folder.resolve("helm"), "web", "red");
    assertThatThrownBy(() -> pannier.install(request("green")))
        .hasMessageContaining("is installed already");

    pannier.upgrade(request("green"));
    assertThatThrownBy(() -> helm.install(folder.resolve("helm"), "web", "blue"))
        .hasMessageContaining("cannot re-use a name that is still in use");
    History history = store.history(id);
    assertThat(history.revisions()).hasSize(2);
    pannier.uninstall(id, ME, DeployOptions.DEFAULTS, _ -> {});
  }

  @Test
  void the_users_labels_outlive_what_helm_writes() {
    pannier.install(
        DeployRequest.builder(renderOf("red"), ME).labels(Map.of("team", "blue")).build());

    helm.upgrade(folder.resolve("helm"), "web", "green");
    assertThat(store.history(id).latest().orElseThrow().labels()).isEqualTo(Map.of("team", "blue"));
    assertThat(store.list(id.namespace()).releases().getFirst().labels())
        .isEqualTo(Map.of("team", "blue"));
    helm.uninstall("web");
  }

  private RenderRequest renderOf(String color) {
    Chart chart = ChartLoader.load(folder.resolve("pannier"), "pannier", new Problems());
    return RenderRequest.builder(chart, id)
        .values((MapNode) Node.of(Map.of("color", color)))
        .build();
  }

  @Test
  void a_namespace_that_is_not_there_is_made_before_the_release_is_held_in_it() {
    ReleaseId elsewhere = ReleaseId.of(id.namespace() + "-new", "web");
    RenderRequest render =
        RenderRequest.builder(
                ChartLoader.load(folder.resolve("pannier"), "pannier", new Problems()), elsewhere)
            .build();
    assertThatThrownBy(() -> pannier.install(DeployRequest.builder(render, ME).build()))
        .hasMessage("There is no namespace `" + elsewhere.namespace() + "`.");

    DeployOptions options = DeployOptions.builder().createNamespace(true).build();
    pannier.install(DeployRequest.builder(render, ME).options(options).build());
    assertThat(store.history(elsewhere).latest().orElseThrow().status()).isEqualTo(Status.DEPLOYED);
    pannier.uninstall(elsewhere, ME, DeployOptions.DEFAULTS, _ -> {});
    assertThat(plane.client().leases().inNamespace(elsewhere.namespace()).list().getItems())
        .isEmpty();
  }

  @Test
  void helm_works_with_a_record_of_which_it_sees_only_a_part() throws IOException {
    byte[] bytes = new byte[2_000_000];
    RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
    Files.write(folder.resolve("pannier").resolve("blob"), bytes);
    pannier.install(request("red"));
    assertThat(store.history(id).latest().orElseThrow().chart().files()).hasSize(1);

    assertThat(helm.list())
        .singleElement()
        .satisfies(each -> assertThat(each.getChart()).isEqualTo("web-1.2.3"));
    assertThat(yaml(helm.values("web"))).isEqualTo(yaml("color: red"));
    helm.upgrade(folder.resolve("helm"), "web", "blue");
    assertThat(color()).isEqualTo("blue");
    assertThat(store.history(id).revisions())
        .extracting(each -> each.revision() + " " + each.status().word())
        .containsExactly("1 superseded", "2 deployed");

    pannier.upgrade(request("green"));
    helm.uninstall("web");
    assertThat(isGone()).isTrue();
  }
}
