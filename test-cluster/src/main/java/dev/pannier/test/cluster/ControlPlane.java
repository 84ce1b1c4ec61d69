package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A Kubernetes of a test's own: etcd, API server and controller manager on free ports of 127.0.0.1,
 * in a temporary folder, and the {@link FakeKubelet} as its one node. All of it ends with this JVM,
 * however that ends.
 *
 * <p>Tests share one, each in a {@link #namespace} of its own:
 *
 * <pre>{@code
 * @BeforeAll
 * static void start() {
 *   ControlPlane plane = ControlPlane.assumePresent();
 *   namespace = plane.namespace();
 * }
 * }</pre>
 */
public final class ControlPlane implements AutoCloseable {

  private static final Object LOCK = new Object();
  private static @Nullable ControlPlane shared;

  private final Path folder;
  private final Servers servers;
  private final Reaper reaper;
  private final KubernetesClient client;
  private final FakeKubelet kubelet;
  private final Duration startTime;
  private final AtomicInteger namespaces = new AtomicInteger();

  private ControlPlane(Path folder, Servers servers, Reaper reaper, long begin) {
    this.folder = folder;
    this.servers = servers;
    this.reaper = reaper;
    this.client = connect(servers.kubeconfig());
    this.kubelet = new FakeKubelet(client, servers.tls());
    this.startTime = Duration.ofNanos(System.nanoTime() - begin);
  }

  /**
   * The control plane that the tests of this JVM share, started at the first call.
   *
   * @throws TestAbortedException after a line on the standard error, where its programs are not on
   *     this machine: the test is skipped
   */
  public static ControlPlane assumePresent() {
    synchronized (LOCK) {
      ControlPlane present = shared;
      if (present == null) {
        present = start();
        shared = present;
        Runtime.getRuntime().addShutdownHook(new Thread(present::close, "end control plane"));
      }
      return present;
    }
  }

  /**
   * A control plane of the caller's own, who closes it.
   *
   * @throws TestAbortedException as {@link #assumePresent}
   */
  public static ControlPlane start() {
    Binaries binaries = Binaries.find().orElseThrow(ControlPlane::absent);
    long begin = System.nanoTime();
    try {
      Path folder = Files.createTempDirectory("pannier-control-plane-");
      Reaper reaper = new Reaper(folder);
      try {
        return new ControlPlane(folder, Servers.start(binaries, folder, reaper), reaper, begin);
      } catch (IOException | RuntimeException e) {
        reaper.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestAbortedException absent() {
    String line =
        "SKIPPED: no Kubernetes control plane on this machine (KUBEBUILDER_ASSETS or"
            + " /usr/local/kubebuilder/bin); CONTRIBUTING.md says how to get one.";
    System.err.println(line);
    return new TestAbortedException(line);
  }

  private static KubernetesClient connect(Path kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }

  /**
   * A kubeconfig file for it: the context {@code admin} (current) may do everything, the context
   * {@code developer} nothing until a role is bound to the user {@code developer} or its group
   * {@code developers}.
   */
  public Path kubeconfig() {
    return servers.kubeconfig();
  }

  /** Where the API server listens. */
  public URI server() {
    return servers.address();
  }

  /** The bearer token of an administrator. */
  public String token() {
    return Kubeconfig.token(Kubeconfig.ADMIN);
  }

  /** An administrator's client; it ends with the control plane. */
  public KubernetesClient client() {
    return client;
  }

  /** The node's kubelet. */
  public FakeKubelet kubelet() {
    return kubelet;
  }

  /** How long it took from nothing until the API server was ready and the node there. */
  public Duration startTime() {
    return startTime;
  }

  /** What the servers write, and everything else of it; removed when it ends. */
  public Path folder() {
    return folder;
  }

  /** Makes a namespace that nobody else uses. */
  public String namespace() {
    return namespace("test");
  }

  /** Makes a namespace that nobody else uses, whose name begins with a word. */
  public String namespace(String word) {
    String name = String.format(Locale.ROOT, "%s-%d", word, namespaces.incrementAndGet());
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return name;
  }

  /** A proxy before its API server; the caller closes it. */
  public ChaosProxy proxy() {
    try {
      return new ChaosProxy(server(), servers.tls(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kubelet.close();
    client.close();
    reaper.close();
  }
}
