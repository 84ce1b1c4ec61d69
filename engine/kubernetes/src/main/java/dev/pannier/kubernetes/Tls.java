package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and what to show.
 *
 * @param authorities PEM; none for those that Java trusts. Where they are named, nobody else is
 *     trusted, as kubectl has it
 * @param certificate PEM; none where one is known by other means
 * @param key PEM
 * @param serverName the name to check the server's certificate against; empty for the host's
 * @param insecure whether the server's certificate is not checked
 */
record Tls(
    Optional<NamedBytes> authorities,
    Optional<NamedBytes> certificate,
    Optional<NamedBytes> key,
    String serverName,
    boolean insecure) {

  /**
   * What a file or a field of the kubeconfig holds.
   *
   * @param name what people call it
   */
  record NamedBytes(String name, byte[] bytes) {}

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), trustManagers(), null);
      return serverName.isEmpty() ? context : NamedServerContext.around(context, serverName);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
    if (insecure) {
      return new TrustManager[] {new TrustsEverybody()};
    }
    if (authorities.isEmpty()) {
      return null;
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate each : readable(authorities.get(), Pem::certificates)) {
      store.setCertificateEntry(Integer.toString(number++), each);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
    if (certificate.isEmpty() || key.isEmpty()) {
      return null;
    }
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "client",
        readable(key.get(), Pem::privateKey),
        new char[0],
        readable(certificate.get(), Pem::certificates).toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(byte[] pem) throws GeneralSecurityException;
  }

  private static <T> T readable(NamedBytes pem, Reading<T> reading) {
    try {
      return reading.read(pem.bytes());
    } catch (GeneralSecurityException e) {
      throw Problem.error(
              "cluster.certificate", pem.name() + " cannot be used: " + e.getMessage() + ".")
          .exception(e);
    }
  }
}
