package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Eventually;
import dev.pannier.test.cluster.Fault;
import dev.pannier.test.cluster.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole processes against a real API server: killed, stopped, told to end, two at once. By default
 * some requests are chosen to be killed at; with {@code -Dpannier.crash=full} all are.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledProcessTest {

  private static final boolean FULL = "full".equals(System.getProperty("pannier.crash"));
  private static final int SAMPLES = 5;

  @TempDir Path folder;
  private ControlPlane plane;
  private ChaosProxy proxy;
  private String namespace;

  @BeforeEach
  void begin() throws IOException {
    plane = ControlPlane.assumePresent();
    proxy = plane.proxy();
    namespace = plane.namespace("killed");
    Files.createDirectories(folder.resolve("chart/templates"));
    Files.writeString(
        folder.resolve("chart/Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 0.1.0\n");
    Files.writeString(folder.resolve("chart/values.yaml"), "tag: v1\n");
    Files.writeString(
        folder.resolve("chart/templates/web.yaml.hbs"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{Release.Name}}-{{Values.tag}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{Release.Name}}
        spec:
          selector: {matchLabels: {app: {{Release.Name}} }}
          template:
            metadata:
              labels: {app: {{Release.Name}} }
            spec:
              containers:
                - name: web
                  image: app:{{Values.tag}}
        """);
  }

  @AfterEach
  void end() {
    proxy.close();
  }

  private Process start(Path kubeconfig, String line) throws IOException {
    return start(kubeconfig, line, Files.createTempFile(folder, "output-", ".txt"));
  }

  private Process start(Path kubeconfig, String line, Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(line.split(" ")));
    command.addAll(List.of("--kubeconfig", kubeconfig.toString(), "--namespace", namespace));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("PANNIER_CLUSTER");
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  /** Runs a command to its end, not through the proxy. */
  private String run(int exitCode, String line) throws Exception {
    Path output = Files.createTempFile(folder, "output-", ".txt");
    Process process = start(plane.kubeconfig(), line, output);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(line).isTrue();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(line + "\n" + text).isEqualTo(exitCode);
    return text;
  }

  private void isHealed(String release, String tag) throws Exception {
    assertThat(
            plane.client().configMaps().inNamespace(namespace).list().getItems().stream()
                .map(each -> each.getMetadata().getName())
                .filter(name -> name.startsWith(release + "-")))
        .containsExactly(release + "-" + tag);
    assertThat(run(0, "doctor " + release + " -o json")).contains("\"healthy\":true");
  }

  @Test
  void a_process_that_is_killed_at_a_request_is_healed_by_the_next_command() throws Exception {
    run(0, "upgrade --install count chart");
    proxy.forget();
    Process whole = start(proxy.kubeconfig(), "upgrade count chart --set tag=v2 --wait");
    assertThat(whole.waitFor()).isZero();
    int requests = proxy.requests().size();
    int step = FULL ? 1 : Math.max(1, requests / SAMPLES);
    int points = 0;
    for (int k = 1; k <= requests; k += step) {
      String release = "r" + k;
      run(0, "upgrade --install " + release + " chart");
      proxy.forget();
      AtomicReference<Process> victim = new AtomicReference<>();
      CountDownLatch started = new CountDownLatch(1);
      Runnable kill = () -> kill(victim, started);
      proxy.at(k, _ -> true, k % 2 == 0 ? new Fault.DropRequest(kill) : new Fault.DropAnswer(kill));
      victim.set(start(proxy.kubeconfig(), "upgrade " + release + " chart --set tag=v2 --wait"));
      started.countDown();
      assertThat(victim.get().waitFor()).as("request %d", k).isIn(137, 0);

      run(0, "upgrade " + release + " chart --set tag=v3");

      isHealed(release, "v3");
      run(0, "uninstall " + release);
      points++;
    }
    System.out.printf(
        "crash matrix: processes killed by SIGKILL: %d requests, %d points, all healed%n",
        requests, points);
  }

  private static void kill(AtomicReference<Process> victim, CountDownLatch started) {
    try {
      started.await();
      victim.get().destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void of_two_upgrades_at_once_one_runs_and_the_other_explains_or_queues() throws Exception {
    run(0, "upgrade --install web chart");
    Process first = start(proxy.kubeconfig(), "upgrade web chart --set tag=slow-1 --wait");
    Eventually.holds(() ->
        assertThat(proxy.count(each -> each.verb().equals("apply") && !each.dryRun()))
            .isPositive());

    String refused = run(75, "upgrade web chart --set tag=v2");
    assertThat(refused)
        .contains("held by `pannier upgrade web` (process " + first.pid())
        .contains("The upgrade to revision 2, under way since");
    Process second = start(plane.kubeconfig(), "upgrade web chart --set tag=v3 --wait-lock 2m");

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(run(0, "history web -o json"))
        .containsPattern("\"revision\":2,[^}]*\"superseded\".*\"revision\":3,[^}]*\"deployed\"");
    isHealed("web", "v3");
  }

  @Test
  void a_process_that_was_stopped_until_its_lease_was_taken_writes_nothing_more() throws Exception {
    run(0, "upgrade --install web chart");
    AtomicReference<Process> sleeper = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    proxy.at(
        1,
        each -> each.verb().equals("apply") && !each.dryRun(),
        new Fault.DropRequest(() -> stop(sleeper, started, stopped)));
    sleeper.set(start(proxy.kubeconfig(), "upgrade web chart --set tag=v2"));
    started.countDown();
    stopped.await();

    run(0, "upgrade web chart --set tag=v3 --wait-lock 2m");
    proxy.forget();
    signal(sleeper.get(), "CONT");

    assertThat(sleeper.get().waitFor()).isIn(4, 75);
    assertThat(proxy.requests())
        .filteredOn(Request::writes)
        .allMatch(each -> each.resource().equals("leases"));
    isHealed("web", "v3");
  }

  private static void stop(
      AtomicReference<Process> process, CountDownLatch started, CountDownLatch stopped) {
    try {
      started.await();
      signal(process.get(), "STOP");
      stopped.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void a_process_that_is_told_to_end_while_the_server_hangs_ends_and_is_healed() throws Exception {
    run(0, "upgrade --install web chart");
    CountDownLatch hangs = new CountDownLatch(1);
    proxy.at(
        1,
        each -> each.verb().equals("apply") && !each.dryRun(),
        new Fault.Interpose(() -> {
          proxy.always(_ -> true, new Fault.Delay(Duration.ofMinutes(5)));
          hangs.countDown();
        }));
    Process upgrade = start(proxy.kubeconfig(), "upgrade web chart --set tag=v2");
    hangs.await();
    Thread.sleep(500);
    long begin = System.nanoTime();
    upgrade.destroy();

    assertThat(upgrade.waitFor(30, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "told to end while the server hangs: ended after %.1f s%n",
        (System.nanoTime() - begin) / 1e9);
    run(0, "upgrade web chart --set tag=v3");
    isHealed("web", "v3");
  }
}
