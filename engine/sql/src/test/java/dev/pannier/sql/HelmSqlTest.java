package dev.pannier.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.test.cluster.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Helm 3.21 itself with its SQL driver, on a database that Pannier set up and wrote. */
@Timeout(120)
class HelmSqlTest {

  @TempDir Path folder;

  /** Helm reads its driver from the environment when it is loaded: a process of its own. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      Path kubeconfig = Path.of(arguments[0]);
      Path chart = Path.of(arguments[1]);
      String namespace = arguments[2];
      try {
        Helm.version().call();
      } catch (LinkageError | IllegalStateException e) {
        System.out.println("SKIPPED: Helm cannot be loaded here. " + e);
        System.exit(0);
      }
      Helm.list()
          .withNamespace(namespace)
          .withKubeConfig(kubeconfig)
          .call()
          .forEach(each ->
              System.out.println(
                  "list " + each.getName() + " " + each.getRevision() + " " + each.getStatus()));
      Helm.history("web")
          .withNamespace(namespace)
          .withKubeConfig(kubeconfig)
          .call()
          .forEach(
              each -> System.out.println("history " + each.getRevision() + " " + each.getStatus()));
      String revision =
          new Helm(chart)
              .upgrade()
              .withName("web")
              .withNamespace(namespace)
              .withKubeConfig(kubeconfig)
              .call()
              .getRevision();
      System.out.println("upgrade " + revision);
      System.exit(0);
    }
  }

  private static Release release(String namespace, int revision, Status status) {
    Release rich = Releases.rich(revision, status);
    return new Release(
        dev.pannier.engine.release.ReleaseId.of(namespace, "web"),
        revision,
        rich.info(),
        rich.chart(),
        MapNode.EMPTY,
        rich.generated(),
        "",
        List.of(),
        rich.labels(),
        "",
        "");
  }

  @Test
  void helm_lists_and_upgrades_what_pannier_recorded_in_a_database() throws Exception {
    ControlPlane plane = ControlPlane.assumePresent();
    Postgres postgres = Postgres.assumePresent();
    String namespace = plane.namespace("sql");
    try (SqlReleaseStore store =
        new SqlReleaseStore(
            postgres.connectionString(),
            Map.of(),
            Clock.systemUTC(),
            RandomGenerator.getDefault())) {
      store.create(release(namespace, 1, Status.SUPERSEDED));
      Release second = store.create(release(namespace, 2, Status.DEPLOYED));

      assertThat(ask(plane, postgres, namespace).lines())
          .containsExactly(
              "list web 2 deployed", "history 1 superseded", "history 2 deployed", "upgrade 3");
      assertThat(store.history(second.id()).revisions())
          .extracting(each ->
              each.revision()
                  + " "
                  + each.status().word()
                  + " "
                  + each.chart().metadata().version()
                  + " "
                  + each.labels())
          .containsExactly(
              "1 superseded 1.2.3 {team=blue}",
              "2 superseded 1.2.3 {team=blue}",
              "3 deployed 2.0.0 {team=blue}");
    }
  }

  private String ask(ControlPlane plane, Postgres postgres, String namespace)
      throws IOException, InterruptedException {
    Path chart = Files.createDirectories(folder.resolve("web/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 2.0.0\n");
    Files.writeString(
        chart.resolve("templates/a.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Asking.class.getName(),
            plane.kubeconfig().toString(),
            chart.toString(),
            namespace);
    builder.environment().put("HELM_DRIVER", "sql");
    builder.environment().put("HELM_DRIVER_SQL_CONNECTION_STRING", postgres.connectionString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(said).isZero();
    if (said.startsWith("SKIPPED")) {
      System.err.println(said);
      org.junit.jupiter.api.Assumptions.abort(said);
    }
    return said;
  }
}
