package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The list of 500 releases with 10 revisions each, by Pannier and by Helm: requests, bytes, time
 * and memory. The figures are printed, and stand in docs/performance.md.
 */
@Timeout(300)
class ListAtScaleTest {

  private static final int RELEASES = 500;
  private static final int REVISIONS = 10;

  /** Of a chart's files, so that a record has the 10 kB that it has of a usual chart. */
  private static final int FILE = 7_000;

  private static ControlPlane plane;

  @BeforeAll
  static void record() throws InterruptedException {
    plane = RecordRoom.emptied();
    ReleaseStore store = RecordRoom.store(RecordRoom.server(plane.kubeconfig()), RecordKind.SECRET);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < RELEASES; i++) {
      ReleaseId id = ReleaseId.of(i % 2 == 0 ? "default" : "other", "web-" + i);
      threads.submit(() -> record(store, id));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(4, TimeUnit.MINUTES)).isTrue();
  }

  private static void record(ReleaseStore store, ReleaseId id) {
    for (int revision = 1; revision <= REVISIONS; revision++) {
      Status status = revision == REVISIONS ? Status.DEPLOYED : Status.SUPERSEDED;
      store.create(release(id, revision, status));
    }
  }

  private static Release release(ReleaseId id, int revision, Status status) {
    Release plain = Releases.of(id, revision, status);
    byte[] bytes = new byte[FILE];
    new Random(id.hashCode() + revision).nextBytes(bytes);
    Chart chart = plain.chart();
    Chart larger =
        new Chart(
            chart.metadata(),
            chart.values(),
            chart.valuesFile(),
            chart.schema(),
            chart.lock(),
            chart.templates(),
            chart.crds(),
            List.of(new ChartFile("blob", "blob", bytes)),
            chart.dependencies());
    return new Release(
        id,
        revision,
        plain.info(),
        larger,
        plain.config(),
        plain.generated(),
        Releases.MANIFEST,
        plain.hooks(),
        plain.labels(),
        plain.applyMethod(),
        "");
  }

  @AfterAll
  static void clean() {
    RecordRoom.emptied();
  }

  @Test
  void a_list_takes_at_most_three_requests_and_little_memory() throws Exception {
    String ours = measure("pannier", ByPannier.class);
    String helms = measure("helm", ByHelm.class);

    System.out.println(ours);
    System.out.println(helms);
  }

  /** Runs a list in a process of its own, its memory bounded. */
  private static String measure(String name, Class<?> main) throws Exception {
    try (ChaosProxy proxy = plane.proxy()) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx64m",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  main.getName(),
                  proxy.kubeconfig().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes()).strip();
      assertThat(process.waitFor()).isZero();
      assertThat(said).startsWith(RELEASES + " releases");
      int requests =
          proxy.count(each -> each.verb().equals("list") && each.resource().equals("secrets"));
      if (name.equals("pannier")) {
        assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(3);
      }
      long bytes = proxy.answers().stream().mapToLong(ChaosProxy.Answer::bytes).sum();
      return String.format(
          Locale.ROOT,
          "%-8s %d requests, %.1f MB, %s",
          name,
          requests,
          bytes / 1e6,
          said.substring(said.indexOf(',') + 2));
    }
  }

  /** Most memory of this process so far, in MB. */
  private static long memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }

  /** Prints what one list came to. */
  private static void tell(int releases, long begin, long before) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d releases, %d ms, %d MB more memory%n",
        releases,
        (System.nanoTime() - begin) / 1_000_000,
        memory() - before);
  }

  static final class ByPannier {
    private ByPannier() {}

    public static void main(String[] arguments) throws IOException {
      ReleaseStore store =
          RecordRoom.store(RecordRoom.server(Path.of(arguments[0])), RecordKind.SECRET);
      long before = memory();
      long begin = System.nanoTime();
      ReleaseList list = store.list("");
      tell(list.releases().size(), begin, before);
      System.exit(0);
    }
  }

  static final class ByHelm {
    private ByHelm() {}

    public static void main(String[] arguments) throws IOException {
      Helm.version().call();
      long before = memory();
      long begin = System.nanoTime();
      int releases =
          Helm.list().allNamespaces().withKubeConfig(Path.of(arguments[0])).call().size();
      tell(releases, begin, before);
      System.exit(0);
    }
  }
}
