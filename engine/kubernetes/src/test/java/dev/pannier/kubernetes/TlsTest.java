package dev.pannier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.kubernetes.api.ApiRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom one trusts, and what one shows. */
class TlsTest {

  private static final String NAME = "kubernetes.test";

  @TempDir private Path home;
  private Desk desk;
  private TestCertificate shown;
  private TestCertificate client;
  private HttpsServer server;

  @BeforeEach
  void serve() throws Exception {
    desk = new Desk(home);
    shown = TestCertificate.of(NAME, "EC");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void serve(String clientKind) throws Exception {
    client = TestCertificate.of("me", clientKind);
    SSLContext context = shown.server(client.certificate());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          String who = ((HttpsExchange) exchange).getSSLSession().isValid() ? who(exchange) : "";
          byte[] body = ("{\"who\": \"" + who + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static String who(Object exchange) {
    try {
      return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
    } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
      return "";
    }
  }

  private void kubeconfig(String cluster, byte[] key) throws Exception {
    desk.write(
        ".kube/config",
        """
        current-context: a
        contexts: [{name: a, context: {cluster: a, user: a}}]
        clusters: [{name: a, cluster: {server: 'https://localhost:PORT', CLUSTER}}]
        users: [{name: a, user: {client-certificate-data: CERT, client-key-data: KEY}}]
        """
            .replace("PORT", Integer.toString(server.getAddress().getPort()))
            .replace("CLUSTER", cluster)
            .replace("CERT", base64(client.pem()))
            .replace("KEY", base64(key)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String authority() throws Exception {
    return "certificate-authority-data: " + base64(shown.pem());
  }

  private String who() {
    try (KubernetesConnection connection = desk.connect(Desk.settings("", ""))) {
      return connection.server().send(ApiRequest.get("/version")).object().text("who").orElse("");
    }
  }

  private Problem problem() {
    return catchThrowableOfType(ChartException.class, this::who).problems().getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void a_certificate_is_shown_whatever_its_key(String kind) throws Exception {
    serve(kind);
    kubeconfig(authority() + ", tls-server-name: " + NAME, client.keyPem());

    assertThat(who()).isEqualTo("CN=me");
  }

  @Test
  void an_older_key_of_rsa_is_read() throws Exception {
    serve("RSA");
    byte[] inner =
        org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(
                client.keys().getPrivate().getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();
    kubeconfig(
        authority() + ", tls-server-name: " + NAME, TestCertificate.pem("RSA PRIVATE KEY", inner));

    assertThat(who()).isEqualTo("CN=me");
  }

  @Test
  void an_older_key_of_elliptic_curves_is_read() throws Exception {
    serve("EC");
    var info =
        org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(
            client.keys().getPrivate().getEncoded());
    var key = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(info.parsePrivateKey());
    byte[] whole =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
                256, key.getKey(), info.getPrivateKeyAlgorithm().getParameters())
            .getEncoded();
    kubeconfig(
        authority() + ", tls-server-name: " + NAME, TestCertificate.pem("EC PRIVATE KEY", whole));

    assertThat(who()).isEqualTo("CN=me");
  }

  @Test
  void a_certificate_for_another_host_is_not_taken() throws Exception {
    serve("EC");
    kubeconfig(authority(), client.keyPem());
    assertThat(problem().code()).isEqualTo("cluster.untrusted");

    kubeconfig(authority() + ", tls-server-name: other.test", client.keyPem());
    assertThat(problem().code()).isEqualTo("cluster.untrusted");
  }

  @Test
  void a_certificate_of_nobody_known_is_not_taken_unless_told_so() throws Exception {
    serve("EC");
    kubeconfig("tls-server-name: " + NAME, client.keyPem());
    assertThat(problem().message())
        .isEqualTo(
            "The connection to the API server `https://localhost:"
                + server.getAddress().getPort()
                + "` (context `a`) is not safe: unable to find valid certification path to"
                + " requested target.");

    kubeconfig("insecure-skip-tls-verify: true", client.keyPem());
    assertThat(who()).isEqualTo("CN=me");
  }

  @Test
  void a_key_that_cannot_be_used_is_told() throws Exception {
    serve("EC");
    kubeconfig(authority(), TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
    assertThat(problem().message())
        .isEqualTo("`client-key-data` of `a` cannot be used: the private key in it is encrypted.");

    kubeconfig(authority(), TestCertificate.pem("EC PRIVATE KEY", new byte[] {0x30, 0x20, 1}));
    assertThat(problem().message()).contains("is cut off");

    kubeconfig(authority(), "nothing".getBytes());
    assertThat(problem().message()).contains("there is no private key in it");
  }
}
