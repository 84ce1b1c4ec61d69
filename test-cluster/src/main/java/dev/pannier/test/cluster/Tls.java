package dev.pannier.test.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate that an API server made for itself and 127.0.0.1: the tests' own servers show the
 * same one, so that a client which trusts the one trusts the others.
 */
final class Tls {

  private static final char[] PASSWORD = "test".toCharArray();

  private Tls() {}

  /** Shows and trusts the certificate in a folder of an API server. */
  static SSLContext context(Path certificates) throws IOException {
    try (InputStream in = Files.newInputStream(certificates.resolve("apiserver.crt"))) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      for (int i = 0; i < chain.length; i++) {
        store.setCertificateEntry("trusted-" + i, chain[i]);
      }
      store.setKeyEntry("own", key(certificates.resolve("apiserver.key")), PASSWORD, chain);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The API server's certificate cannot be used.", e);
    }
  }

  /** Go writes PKCS#1, Java reads PKCS#8, which is the same in an envelope. */
  private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
    byte[] rsa =
        Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    byte[] version = HexFormat.of().parseHex("020100");
    byte[] algorithm = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    byte[] envelope = tagged(0x30, version, algorithm, tagged(0x04, rsa));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(envelope));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(0x82);
    out.write(content.size() >> 8);
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  /** Writes a key pair with which service accounts' tokens are signed. */
  static void writeKeyPair(Path privateKey, Path publicKey) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK makes no RSA keys.", e);
    }
  }

  private static String pem(String name, byte[] encoded) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
  }
}
