package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.deploy.sandbox.ObjectCheck;
import dev.pannier.engine.deploy.sandbox.SandboxCluster;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.FolderReleaseStore;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one sandbox, and one of them killed for real. */
@Timeout(60)
class ProcessTest {

  @TempDir Path folder;

  /** Installs with containers that take their time; what the other process runs. */
  static final class SlowInstall {

    private SlowInstall() {}

    public static void main(String[] arguments) {
      DeployOptions options = Rig.options().atomic(Boolean.parseBoolean(arguments[1])).build();
      try (ReleaseSession session =
          deployer(Path.of(arguments[0]), Duration.ofSeconds(50))
              .open(Rig.WEB, holder("pannier install web"), options, _ -> {})) {
        session.install(Drafts.web("v1"));
      }
    }
  }

  private static LockHolder holder(String command) {
    return new LockHolder(
        "here", ProcessHandle.current().pid(), command, Clock.systemUTC().instant());
  }

  private static Deployer deployer(Path folder, Duration start) {
    Clock clock = Clock.systemUTC();
    Cluster cluster =
        new SandboxCluster(
            folder,
            clock,
            RandomGenerator.of("L64X128MixRandom"),
            start,
            KindSchemas.builtIn(),
            ObjectCheck.NONE);
    return new Deployer(cluster, store(folder), clock, Thread::sleep);
  }

  private static ReleaseStore store(Path folder) {
    return new FolderReleaseStore(folder.resolve(".pannier"));
  }

  private Process start(boolean atomic) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SlowInstall.class.getName(),
            folder.toString(),
            Boolean.toString(atomic))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(".out").toFile())
        .start();
  }

  private Process startInstall(boolean atomic) throws IOException, InterruptedException {
    Process process = start(atomic);
    Path applied = folder.resolve("default/Deployment.web.yaml");
    while (!Files.exists(applied)) {
      assertThat(process.isAlive()).as(() -> output()).isTrue();
      Thread.sleep(20);
    }
    return process;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve(".out"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private ReleaseSession open(DeployOptions options) {
    return deployer(folder, Duration.ofMillis(50))
        .open(Rig.WEB, holder("pannier upgrade web"), options, _ -> {});
  }

  @Test
  void a_release_is_busy_while_its_holder_lives_and_free_when_it_was_killed() throws Exception {
    Process other = startInstall(false);
    assertThatThrownBy(() -> open(Rig.options().build()))
        .isInstanceOfSatisfying(
            ChartException.class, e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
        .hasMessageContaining("held by `pannier install web` (process " + other.pid() + " on here");

    other.destroyForcibly().waitFor();

    try (ReleaseSession session = open(Rig.options().build())) {
      session.upgrade(Drafts.web("v2"));
      assertThat(session.history().revisions())
          .extracting(each -> each.status().word())
          .containsExactly("failed", "deployed");
      assertThat(session.history().revision(1).orElseThrow().info().description())
          .contains("was interrupted: `pannier install web` (process " + other.pid());
    }
    assertThat(store(folder).journal(Rig.WEB).isEmpty()).isTrue();
  }

  @Test
  void asking_who_holds_a_release_takes_nothing_from_its_holder() throws Exception {
    Process other = startInstall(false);
    assertThat(store(folder).holder(Rig.WEB).orElseThrow().process()).isEqualTo(other.pid());
    assertThat(store(folder).journal(Rig.WEB).operation()).isPresent();

    other.destroyForcibly().waitFor();

    assertThat(store(folder).holder(Rig.WEB)).isEmpty();
  }

  @Test
  void a_thread_that_is_refused_takes_nothing_from_the_one_that_holds() throws Exception {
    try (ReleaseSession _ = open(Rig.options().build())) {
      assertThatThrownBy(() -> open(Rig.options().build())).hasMessageContaining("held by");
      assertThat(store(folder).holder(Rig.WEB)).isPresent();

      Process other = start(false);

      assertThat(other.waitFor()).isNotZero();
      assertThat(output()).contains("held by `pannier upgrade web`");
    }
  }

  @Test
  void an_atomic_install_that_was_killed_is_taken_away_by_the_next_command() throws Exception {
    startInstall(true).destroyForcibly().waitFor();

    try (ReleaseSession session = open(Rig.options().build())) {
      assertThat(session.history().isEmpty()).isTrue();
    }
    assertThat(folder.resolve("default/Deployment.web.yaml")).doesNotExist();
    assertThat(Files.list(folder.resolve("default"))).isEmpty();
  }

  @Test
  void a_command_waits_for_a_holder_as_long_as_it_was_told_to() throws Exception {
    List<String> order = new java.util.concurrent.CopyOnWriteArrayList<>();
    ReleaseSession first = open(Rig.options().build());
    Thread second =
        Thread.ofPlatform()
            .start(() -> {
              try (ReleaseSession _ =
                  open(Rig.options().lockWait(Duration.ofSeconds(30)).build())) {
                order.add("second");
              }
            });
    Thread.sleep(300);
    order.add("first");
    first.close();
    second.join();

    assertThat(order).containsExactly("first", "second");
  }
}
