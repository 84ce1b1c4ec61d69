package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.Pannier;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.deploy.Diagnosis;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Eventually;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting on a real API server: how soon a verdict is there, and what it says. */
class WaitOnServerTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: web:{{Values.tag}}
      """;

  @TempDir Path folder;
  private final Map<DeployEvent, Instant> told = new ConcurrentHashMap<>();
  private ControlPlane plane;
  private KubernetesConnection connection;
  private ReleaseStore store;
  private Releases pannier;
  private ReleaseId id;

  @BeforeEach
  void begin() throws IOException {
    plane = ControlPlane.assumePresent();
    id = ReleaseId.of(plane.namespace("wait"), "web");
    connection = RecordRoom.connection(plane.kubeconfig(), "");
    store = RecordRoom.store(connection.server(), RecordKind.SECRET);
    Pannier renderer = new Pannier(Clock.systemUTC(), RandomGenerator.getDefault());
    pannier = new Releases(renderer, connection.cluster(), store, Clock.systemUTC(), Thread::sleep);
    chart(WEB);
  }

  @AfterEach
  void end() {
    connection.close();
  }

  private void chart(String template) throws IOException {
    Path chart = Files.createDirectories(folder.resolve("web/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.2.3\n");
    Files.writeString(chart.resolve("values.yaml"), "tag: '1'\n");
    Files.writeString(chart.resolve("templates/web.yaml.hbs"), template);
  }

  private DeployRequest request(String tag, DeployOptions.Builder options) {
    Problems warnings = new Problems();
    Chart chart = ChartLoader.load(folder.resolve("web"), "web", warnings);
    MapNode values = (MapNode) YamlReader.read(new Source("values", "tag: '" + tag + "'"));
    RenderRequest render = RenderRequest.builder(chart, id).values(values).build();
    LockHolder me = new LockHolder("here", ProcessHandle.current().pid(), "test", Instant.now());
    return DeployRequest.builder(render, me)
        .options(options.waitForReady(true).timeout(Duration.ofMinutes(1)).build())
        .events(event -> told.put(event, Instant.now()))
        .build();
  }

  /** When a pod first said that a container of it crashes for good. */
  private final class Crash implements Watcher<Pod>, AutoCloseable {
    private final Watch watch;
    private volatile Instant seen = Instant.MAX;

    Crash() {
      watch = plane.client().pods().inNamespace(id.namespace()).watch(this);
    }

    @Override
    public void eventReceived(Action action, Pod pod) {
      for (ContainerStatus each : pod.getStatus().getContainerStatuses()) {
        boolean waits = each.getState() != null && each.getState().getWaiting() != null;
        if (waits
            && "CrashLoopBackOff".equals(each.getState().getWaiting().getReason())
            && each.getRestartCount() >= 2
            && seen.equals(Instant.MAX)) {
          seen = Instant.now();
        }
      }
    }

    @Override
    public void onClose(WatcherException cause) {}

    @Override
    public void close() {
      watch.close();
    }
  }

  @Test
  void an_atomic_upgrade_to_a_crashing_image_says_why_within_five_seconds_and_goes_back() {
    pannier.install(request("1", DeployOptions.builder()));

    ChartException failure;
    Instant seen;
    try (Crash crash = new Crash()) {
      failure =
          catchThrowableOfType(
              ChartException.class,
              () -> pannier.upgrade(request("crash", DeployOptions.builder().atomic(true))));
      seen = crash.seen;
    }

    DeployEvent.Failed verdict = verdict();
    Duration delay = Duration.between(seen, told.get(verdict));
    assertThat(delay).as("from the report of the crash to the verdict").isLessThan(SOON);
    Diagnosis diagnosis = verdict.diagnosis();
    assertThat(diagnosis.reason()).contains("container `web` is in CrashLoopBackOff, exit code 1");
    assertThat(diagnosis.log()).isNotEmpty();
    assertThat(diagnosis.events()).anyMatch(each -> each.startsWith("BackOff: "));
    assertThat(diagnosis.next().getFirst()).startsWith("kubectl logs web-").contains("--previous");
    assertThat(failure).hasMessageContaining("is back at the content of revision 1");
    assertThat(store.history(id).deployed().orElseThrow().revision()).isEqualTo(3);
    var web = plane.client().apps().deployments().inNamespace(id.namespace()).withName("web").get();
    assertThat(web.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage())
        .isEqualTo("web:1");
    assertThat(web.getStatus().getReadyReplicas()).isEqualTo(2);
    assertThat(web.getStatus().getUpdatedReplicas()).isEqualTo(2);
  }

  private DeployEvent.Failed verdict() {
    return told.keySet().stream()
        .filter(DeployEvent.Failed.class::isInstance)
        .map(DeployEvent.Failed.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_upgrade_that_mends_what_crashed_is_not_failed_for_the_old_pods() {
    catchThrowableOfType(
        ChartException.class, () -> pannier.install(request("crash", DeployOptions.builder())));

    pannier.upgrade(request("2", DeployOptions.builder()));

    assertThat(store.history(id).deployed().orElseThrow().revision()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing       | ErrImagePull,ImagePullBackOff | The registry has no such tag.                  | 10
          oom           | OOMKilled                     | It took more memory than its limit allows.     | 10
          unschedulable | no node takes it              | taints that the pod does not tolerate          | 25
          """)
  void what_will_not_come_up_is_told_long_before_the_timeout(
      String tag, String reasons, String cause, int seconds) {
    Instant begun = Instant.now();

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> pannier.install(request(tag, DeployOptions.builder())));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(seconds));
    assertThat(reasons.split(",")).anyMatch(each -> failure.getMessage().contains(each));
    assertThat(verdict().diagnosis().cause()).contains(cause);
  }

  @Test
  void pods_that_a_quota_refuses_are_told_with_the_quota() throws Exception {
    plane
        .client()
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("small")
                .withNamespace(id.namespace())
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", Quantity.parse("0"))
                .endSpec()
                .build())
        .create();
    // It counts from when its controller has counted.
    Eventually.holds(() ->
        assertThat(
                plane
                    .client()
                    .resourceQuotas()
                    .inNamespace(id.namespace())
                    .withName("small")
                    .get()
                    .getStatus()
                    .getUsed())
            .containsKey("pods"));

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> pannier.install(request("1", DeployOptions.builder())));

    assertThat(failure).hasMessageContaining("exceeded quota: small");
    assertThat(verdict().diagnosis().cause()).isEqualTo("The namespace's quota is used up.");
  }

  @Test
  void sets_jobs_and_claims_get_ready_or_say_why_not() throws IOException {
    chart(
        WEB
            + """
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              replicas: 2
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: "db:1"}]}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent}
            spec:
              selector: {matchLabels: {app: agent}}
              template:
                metadata: {labels: {app: agent}}
                spec: {containers: [{name: agent, image: "agent:{{Values.tag}}"}]}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: setup-{{Release.Revision}}}
            spec:
              template:
                spec: {restartPolicy: Never, containers: [{name: setup, image: "setup:1"}]}
            """);
    pannier.install(request("1", DeployOptions.builder().waitForJobs(true)));

    ChartException failure =
        catchThrowableOfType(
            ChartException.class,
            () -> pannier.upgrade(request("crash", DeployOptions.builder().waitForJobs(true))));

    assertThat(failure.problems().getFirst().message())
        .containsPattern("`(Deployment/web|DaemonSet/agent)` does not become ready: pod `");
    pannier.upgrade(request("3", DeployOptions.builder().waitForJobs(true)));
    assertThat(store.history(id).deployed().orElseThrow().revision()).isEqualTo(3);
  }
}
