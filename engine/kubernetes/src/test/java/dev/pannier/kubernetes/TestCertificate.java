package dev.pannier.kubernetes;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that vouches for itself, and its key. */
record TestCertificate(X509Certificate certificate, KeyPair keys) {

  /**
   * Makes one.
   *
   * @param name the host that it is made out to
   * @param kind {@code RSA}, {@code EC} or {@code Ed25519}
   */
  static TestCertificate of(String name, String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (!kind.equals("Ed25519")) {
      generator.initialize(kind.equals("EC") ? 256 : 2048);
    }
    KeyPair keys = generator.generateKeyPair();
    X500Name subject = new X500Name("CN=" + name);
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            BigInteger.ONE,
            Date.from(now.minusSeconds(3600)),
            Date.from(now.plusSeconds(3600)),
            subject,
            keys.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    String signature =
        switch (kind) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> kind;
        };
    var signer = new JcaContentSignerBuilder(signature).build(keys.getPrivate());
    return new TestCertificate(
        new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
  }

  byte[] pem() throws Exception {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  byte[] keyPem() {
    return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  static byte[] pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content);
    return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What a server shows this with, to clients whose certificate it trusts. */
  SSLContext server(X509Certificate client) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(store, new char[0]);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", client);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
