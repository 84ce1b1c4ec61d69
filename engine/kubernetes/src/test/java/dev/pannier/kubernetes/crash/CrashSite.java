package dev.pannier.kubernetes.crash;

import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.Pannier;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.ConnectionSettings;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.kubernetes.Surroundings;
import dev.pannier.kubernetes.release.ClusterReleaseStore;
import dev.pannier.kubernetes.release.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Commands on one release, each with a connection of its own, as processes have. */
final class CrashSite {

  /** Of a process that is no more: what it holds is free. */
  private static final long NOBODY = 999_999_999L;

  private static final String TEMPLATE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{Release.Name}}
      data:
        tag: {{Values.tag}}
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: {{Release.Name}}-{{Values.extra}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: {{Release.Name}}
      spec:
        selector: {app: {{Release.Name}} }
        ports: [{port: 80, protocol: TCP}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{Release.Name}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: {{Release.Name}} }}
        template:
          metadata:
            labels: {app: {{Release.Name}} }
          spec:
            containers:
              - name: web
                image: web:{{Values.tag}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{Release.Name}}-hook
        annotations:
          helm.sh/hook: pre-upgrade,post-upgrade,pre-delete
          helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
      """;

  private final Path folder;
  private final ReleaseId id;
  private volatile boolean killed;

  CrashSite(Path folder, ReleaseId id) throws IOException {
    this(folder, id, TEMPLATE);
  }

  CrashSite(Path folder, ReleaseId id, String template) throws IOException {
    this.folder = folder;
    this.id = id;
    Path templates = Files.createDirectories(folder.resolve("chart/templates"));
    Files.writeString(
        folder.resolve("chart/Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 0.1.0\n");
    Files.writeString(folder.resolve("chart/values.yaml"), "tag: v1\nextra: gone\n");
    Files.writeString(templates.resolve("all.yaml.hbs"), template);
  }

  /** Runs a command. */
  void run(Path kubeconfig, Consumer<Releases> command) {
    killed = false;
    try (KubernetesConnection connection = connect(kubeconfig)) {
      ClusterReleaseStore store = store(connection);
      Pannier pannier = new Pannier(Clock.systemUTC(), RandomGenerator.getDefault());
      command.accept(
          new Releases(pannier, connection.cluster(), store, Clock.systemUTC(), Thread::sleep));
    } finally {
      Thread.interrupted(); // what a killed command leaves of itself
    }
  }

  static ClusterReleaseStore store(KubernetesConnection connection) {
    return new ClusterReleaseStore(
        connection.server(),
        RecordKind.SECRET,
        Clock.systemUTC(),
        Thread::sleep,
        RandomGenerator.getDefault());
  }

  KubernetesConnection connect(Path kubeconfig) {
    ConnectionSettings settings =
        new ConnectionSettings(
            kubeconfig.toString(), "", "", "", "", "", false, "", List.of(), 1000, 1000);
    return KubernetesConnection.open(
        settings,
        new Surroundings(
            Map.of(),
            folder,
            folder.resolve("cache-" + kubeconfig.getParent().getFileName()),
            Clock.systemUTC(),
            RandomGenerator.getDefault(),
            _ -> retry(),
            _ -> {},
            _ -> {},
            false));
  }

  /** From now on the command tries nothing once more: its process is no more. */
  void kill() {
    killed = true;
  }

  private void retry() throws InterruptedException {
    if (killed) {
      throw new InterruptedException("killed");
    }
    Thread.sleep(1);
  }

  static DeployOptions.Builder options() {
    return DeployOptions.builder().timeout(Duration.ofSeconds(60));
  }

  static LockHolder holder(String verb) {
    return new LockHolder("here", NOBODY, "pannier " + verb, Instant.now());
  }

  DeployRequest request(String tag, String extra, DeployOptions options) {
    MapNode values = (MapNode) Node.of(Map.of("tag", tag, "extra", extra));
    RenderRequest render =
        RenderRequest.builder(
                ChartLoader.load(folder.resolve("chart"), "chart", new Problems()), id)
            .values(values)
            .build();
    return DeployRequest.builder(render, holder("upgrade " + id.name()))
        .options(options)
        .install(true)
        .build();
  }
}
