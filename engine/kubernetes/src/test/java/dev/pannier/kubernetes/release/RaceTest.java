package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.test.cluster.ControlPlane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes after one release, and one of them killed for real. */
@Timeout(60)
class RaceTest {

  private ControlPlane plane;

  @BeforeEach
  void empty() {
    plane = RecordRoom.emptied();
  }

  private static ReleaseStore store(Path kubeconfig) {
    return new ClusterReleaseStore(
        RecordRoom.server(kubeconfig),
        RecordKind.SECRET,
        Clock.systemUTC(),
        Thread::sleep,
        RandomGenerator.getDefault());
  }

  private static LockHolder holder(String command) {
    return new LockHolder("here", ProcessHandle.current().pid(), command, Instant.now());
  }

  /** Takes hold of the release, and stays so until it is killed. */
  static final class Holding {
    private Holding() {}

    public static void main(String[] arguments) throws InterruptedException {
      store(Path.of(arguments[0])).lock(Releases.ID, holder("pannier upgrade web"));
      System.out.println("held");
      Thread.sleep(Duration.ofMinutes(1));
    }
  }

  /** Counts in the release's history, each time in hold of it, as nothing else keeps it right. */
  static final class Counting {
    private static final int TIMES = 3;

    private Counting() {}

    public static void main(String[] arguments) throws InterruptedException {
      ReleaseStore store = store(Path.of(arguments[0]));
      System.out.println("ready");
      for (int done = 0; done < TIMES; ) {
        try (ReleaseLock lock = store.lock(Releases.ID, holder("pannier upgrade web"))) {
          int next = store.history(Releases.ID).next();
          Thread.sleep(30);
          lock.ensureHeld();
          store.create(Releases.plain(next, Status.DEPLOYED));
          done++;
        } catch (ChartException e) {
          if (!e.problems().getFirst().code().equals("release.busy")) {
            throw e;
          }
          Thread.sleep(RandomGenerator.getDefault().nextLong(50));
        }
      }
      System.out.println("done");
    }
  }

  private Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            plane.kubeconfig().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void what_a_killed_process_held_is_free_at_once_and_not_a_moment_before() throws Exception {
    Process process = start(Holding.class);
    assertThat(said(process).readLine()).isEqualTo("held");
    ReleaseStore store = store(plane.kubeconfig());
    assertThatThrownBy(() -> store.lock(Releases.ID, holder("pannier rollback web")))
        .hasMessageContaining(
            "held by `pannier upgrade web` (process " + process.pid() + " on here");

    process.destroyForcibly().waitFor();

    assertThat(store.holder(Releases.ID)).isEmpty();
    Instant before = Instant.now();
    try (ReleaseLock lock = store.lock(Releases.ID, holder("pannier rollback web"))) {
      lock.ensureHeld();
    }
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(plane.client().leases().inNamespace("default").list().getItems()).isEmpty();
  }

  @Test
  void of_several_processes_only_one_has_a_release_at_a_time() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(Counting.class));
    }
    for (Process process : processes) {
      BufferedReader said = said(process);
      assertThat(said.readLine()).isEqualTo("ready");
      assertThat(said.readLine()).isEqualTo("done");
      assertThat(process.waitFor()).isZero();
    }
    assertThat(store(plane.kubeconfig()).history(Releases.ID).revisions())
        .hasSize(3 * Counting.TIMES);
  }
}
