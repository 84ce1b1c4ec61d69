package dev.pannier.test.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/** etcd, API server and controller manager, started one after the other. */
record Servers(URI address, Path kubeconfig, SSLContext tls) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(25);

  /** Something that is not there yet. */
  private interface Question {
    boolean answered() throws IOException;
  }

  static Servers start(Binaries binaries, Path folder, Reaper reaper) throws IOException {
    int etcdPort = freePort();
    Process etcd =
        reaper.start(etcd(binaries, folder, etcdPort, freePort()), folder.resolve("etcd.log"));
    Path key = folder.resolve("sa.key");
    Path publicKey = folder.resolve("sa.pub");
    Tls.writeKeyPair(key, publicKey);
    Files.writeString(folder.resolve("tokens.csv"), Kubeconfig.tokens());
    until(etcd, "etcd listens", folder.resolve("etcd.log"), () -> listens(etcdPort));

    int port = freePort();
    Path log = folder.resolve("kube-apiserver.log");
    Process apiServer = reaper.start(apiServer(binaries, folder, etcdPort, port), log);
    Path certificates = folder.resolve("certs");
    until(apiServer, "the API server listens", log, () -> listens(port));
    URI address = URI.create("https://127.0.0.1:" + port);
    Path kubeconfig = folder.resolve("kubeconfig");
    Kubeconfig.write(kubeconfig, address, certificates);
    SSLContext tls = Tls.context(certificates);
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/readyz"))
              .header("Authorization", "Bearer " + Kubeconfig.token(Kubeconfig.ADMIN))
              .build();
      until(apiServer, "the API server is ready", log, () -> ready(client, request));
    }
    // It gives up where the API server is not healthy within ten seconds: a busy machine takes
    // more.
    reaper.start(
        controllerManager(binaries, kubeconfig, key),
        folder.resolve("kube-controller-manager.log"));
    return new Servers(address, kubeconfig, tls);
  }

  private static List<String> etcd(Binaries binaries, Path folder, int port, int peerPort) {
    String client = "http://127.0.0.1:" + port;
    String peer = "http://127.0.0.1:" + peerPort;
    return List.of(
        binaries.etcd(),
        "--data-dir=" + folder.resolve("etcd"),
        "--listen-client-urls=" + client,
        "--advertise-client-urls=" + client,
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=default=" + peer,
        "--unsafe-no-fsync");
  }

  private static List<String> apiServer(Binaries binaries, Path folder, int etcdPort, int port) {
    return List.of(
        binaries.apiServer(),
        "--etcd-servers=http://127.0.0.1:" + etcdPort,
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--insecure-port=0",
        "--cert-dir=" + folder.resolve("certs"),
        "--service-account-key-file=" + folder.resolve("sa.pub"),
        "--service-account-signing-key-file=" + folder.resolve("sa.key"),
        "--service-account-issuer=https://kubernetes.default.svc",
        "--token-auth-file=" + folder.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--service-cluster-ip-range=10.0.0.0/16",
        // Pods are no real ones and need no token; the node has no controller that clears its
        // taint.
        "--disable-admission-plugins=ServiceAccount,TaintNodesByCondition");
  }

  private static List<String> controllerManager(Binaries binaries, Path kubeconfig, Path key) {
    return List.of(
        binaries.controllerManager(),
        "--kubeconfig=" + kubeconfig,
        "--use-service-account-credentials=false",
        "--service-account-private-key-file=" + key,
        "--controllers=*,-nodeipam,-nodelifecycle,-cloud-node-lifecycle,-route,-service",
        "--secure-port=0",
        "--port=0",
        "--leader-elect=false");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private static boolean ready(HttpClient client, HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the API server started.", e);
    }
  }

  private static void until(Process process, String what, Path log, Question question)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!question.answered()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        List<String> lines = Files.readAllLines(log);
        throw new IOException(
            String.format(
                Locale.ROOT,
                "Until %s: %s.%n%s",
                what,
                process.isAlive() ? "took more than " + PATIENCE : "the process ended",
                String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()))));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
