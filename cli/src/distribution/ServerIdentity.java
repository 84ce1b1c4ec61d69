import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of the rehearsal's own, which its API server shows and its client trusts, so that
 * the rehearsal shakes hands as commands do on real clusters.
 */
record ServerIdentity(KeyStore keys) {
  private static final char[] PASSWORD = "rehearsal".toCharArray();

  /** Makes one in a folder, by the JDK's keytool. */
  static ServerIdentity make(Path folder) throws Exception {
    var file = Files.createDirectories(folder).resolve("keys.p12");
    Files.deleteIfExists(file);
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=rehearsal",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    var said = new String(made.getInputStream().readAllBytes());
    if (made.waitFor() != 0) {
      throw new IOException("keytool made no key: " + said);
    }
    return new ServerIdentity(KeyStore.getInstance(file.toFile(), PASSWORD));
  }

  SSLContext tls() throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    var tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls;
  }

  /** Writes a kubeconfig with two users: one with a token, one with a certificate. */
  void writeKubeconfig(Path file, String address) throws Exception {
    var certificate = pem("CERTIFICATE", keys.getCertificate("server").getEncoded());
    var key = pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: token
        clusters:
          - name: stub
            cluster:
              server: %s
              certificate-authority-data: %s
        users:
          - name: token
            user: {token: rehearsal}
          - name: certificate
            user: {client-certificate-data: %s, client-key-data: %s}
        contexts:
          - name: token
            context: {cluster: stub, user: token}
          - name: certificate
            context: {cluster: stub, user: certificate}
        """
            .formatted(address, certificate, certificate, key));
  }

  /** In PEM, and that in Base64, as a kubeconfig holds it. */
  private static String pem(String what, byte[] bytes) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    var text = "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    return Base64.getEncoder().encodeToString(text.getBytes());
  }
}
