package dev.pannier.kubernetes.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks each command at each of its requests to a real API server, and lets the next command go to
 * work on what is left. Whatever happened: it ends well, no object of no revision stays, nobody
 * else's object is touched, the history is in line, and the same once more writes no object.
 *
 * <p>By default every fifth request is broken, in the ways in turn; with {@code
 * -Dpannier.crash=full} every one in each.
 */
class CrashMatrixTest {

  private static final boolean FULL = "full".equals(System.getProperty("pannier.crash"));
  private static final int SPARSENESS = 5;
  private static final DeployOptions PLAIN = CrashSite.options().build();

  @TempDir Path folder;
  private ControlPlane plane;
  private ChaosProxy proxy;
  private Neighbours neighbours;
  private String namespace;

  @BeforeEach
  void begin() {
    plane = ControlPlane.assumePresent();
    proxy = plane.proxy();
    namespace = plane.namespace("crash");
    neighbours = new Neighbours(plane.client(), namespace);
  }

  @AfterEach
  void end() {
    proxy.close();
  }

  /** One release, and what is done to it. */
  private final class Trial {
    private final ReleaseId id;
    private final CrashSite site;

    Trial(String name) throws IOException {
      this.id = ReleaseId.of(namespace, name);
      this.site = new CrashSite(folder, id);
    }

    void upgrade(Releases releases, String tag, String extra) {
      releases.upgrade(site.request(tag, extra, PLAIN));
    }

    void direct(Consumer<Releases> command) {
      site.run(plane.kubeconfig(), command);
    }

    /** Runs the command through the proxy; how it ended. */
    String broken(BiConsumer<Trial, Releases> command) {
      try {
        site.run(proxy.kubeconfig(), releases -> command.accept(this, releases));
        return "done";
      } catch (ChartException e) {
        return e.problems().getFirst().code();
      }
    }

    /** The next command, and what must be true then. */
    void heal() {
      direct(releases -> upgrade(releases, "v9", "last"));
      isSound();
      proxy.forget();
      site.run(proxy.kubeconfig(), releases -> upgrade(releases, "v9", "last"));
      assertThat(proxy.requests()).filteredOn(CrashMatrixTest::writesObjects).isEmpty();
      direct(releases -> releases.uninstall(id, CrashSite.holder("uninstall"), PLAIN, _ -> {}));
      assertThat(neighbours.marked(id)).as("left by the uninstall").isEmpty();
      assertThat(neighbours.records(id)).as("records left").isEmpty();
    }

    private void isSound() {
      assertThat(neighbours.marked(id))
          .containsExactly(
              "ConfigMap/" + id.name(),
              "Deployment/" + id.name(),
              "Secret/" + id.name() + "-last",
              "Service/" + id.name());
      direct(releases -> {
        List<Release> revisions = releases.records().history(id).revisions();
        List<Integer> numbers = revisions.stream().map(Release::revision).toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(revisions.getLast().status().word()).isEqualTo("deployed");
        assertThat(revisions)
            .extracting(each -> each.status().word())
            .containsOnlyOnce("deployed")
            .doesNotContain("pending-install", "pending-upgrade", "pending-rollback");
        assertThat(releases.records().unfinished(id)).isEmpty();
      });
      neighbours.areUntouched();
    }
  }

  private static boolean writesObjects(Request request) {
    return request.writes()
        && !request.resource().equals("leases")
        && !request.name().startsWith("sh.helm.release.")
        && !request.name().startsWith("dev.pannier.release.")
        && !(request.resource().equals("secrets") && request.verb().equals("create"))
        && !request.name().endsWith("-hook");
  }

  /** Breaks one command everywhere. */
  private void everywhere(
      String word, BiConsumer<Trial, Releases> before, BiConsumer<Trial, Releases> command)
      throws IOException {
    int requests = requests(word, before, command);
    int points = 0;
    int failed = 0;
    long begin = System.nanoTime();
    for (int k = 1; k <= requests; k++) {
      for (Breaking how : Breaking.values()) {
        if (FULL || isSample(k, how)) {
          points++;
          failed += point(word, k, how, before, command).equals("done") ? 0 : 1;
        }
      }
    }
    System.out.printf(
        "crash matrix: %s: %d requests, %d points (%d of them failed the command), all healed;"
            + " %d s%n",
        word, requests, points, failed, (System.nanoTime() - begin) / 1_000_000_000);
  }

  private static boolean isSample(int k, Breaking how) {
    return k % SPARSENESS == 1 && how.ordinal() == k / SPARSENESS % Breaking.values().length;
  }

  private int requests(
      String word, BiConsumer<Trial, Releases> before, BiConsumer<Trial, Releases> command)
      throws IOException {
    for (int i = 0; ; i++) {
      Trial trial = new Trial(word + "-whole-" + i);
      trial.direct(releases -> before.accept(trial, releases));
      proxy.forget();
      trial.broken(command);
      int requests = proxy.requests().size();
      trial.heal();
      if (i > 0) {
        return requests; // with what was discovered and kept at the first
      }
    }
  }

  private String point(
      String word,
      int k,
      Breaking how,
      BiConsumer<Trial, Releases> before,
      BiConsumer<Trial, Releases> command)
      throws IOException {
    Trial trial = new Trial(word + "-" + k + "-" + how.ordinal());
    trial.direct(releases -> before.accept(trial, releases));
    proxy.forget();
    how.set(proxy, k, trial.site::kill);
    String outcome = trial.broken(command);
    proxy.forget();
    try {
      trial.heal();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          word + ": " + how + " at request " + k + " (" + outcome + "): " + e.getMessage(), e);
    }
    return outcome;
  }

  @Test
  void an_install_broken_at_any_request_is_healed_by_the_next_command() throws IOException {
    everywhere("install", (_, _) -> {}, (trial, it) -> trial.upgrade(it, "v1", "gone"));
  }

  @Test
  void an_upgrade_broken_at_any_request_is_healed_by_the_next_command() throws IOException {
    everywhere(
        "upgrade",
        (trial, it) -> trial.upgrade(it, "v1", "gone"),
        (trial, it) -> trial.upgrade(it, "v2", "come"));
  }

  @Test
  void an_atomic_upgrade_to_a_failing_image_broken_at_any_request_is_healed() throws IOException {
    DeployOptions atomic = CrashSite.options().atomic(true).build();
    everywhere(
        "atomic",
        (trial, it) -> trial.upgrade(it, "v1", "gone"),
        (trial, it) -> it.upgrade(trial.site.request("missing", "come", atomic)));
  }

  @Test
  void a_rollback_broken_at_any_request_is_healed_by_the_next_command() throws IOException {
    everywhere(
        "rollback",
        (trial, it) -> {
          trial.upgrade(it, "v1", "gone");
          trial.upgrade(it, "v2", "come");
        },
        (trial, it) -> it.rollback(trial.id, 1, CrashSite.holder("rollback"), PLAIN, _ -> {}));
  }

  @Test
  void an_uninstall_broken_at_any_request_is_healed_by_the_next_command() throws IOException {
    everywhere(
        "uninstall",
        (trial, it) -> trial.upgrade(it, "v1", "gone"),
        (trial, it) -> it.uninstall(trial.id, CrashSite.holder("uninstall"), PLAIN, _ -> {}));
  }
}
