package dev.pannier.engine.template.helper;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/** Keys and certificates between their text and their meaning. */
final class Pem {

  private Pem() {}

  /** The private key of a pair: PKCS #1 of RSA, SEC 1 of EC, else PKCS #8. */
  static String write(KeyPair keys) {
    return keys.getPrivate() instanceof ECPrivateKey key
        ? text(new PemObject("EC PRIVATE KEY", encoded(key, keys.getPublic())))
        : text(keys.getPrivate());
  }

  /** SEC 1 with the curve, without which Go reads no key, and which the JDK's own form has not. */
  private static byte[] encoded(ECPrivateKey key, PublicKey open) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(open.getEncoded());
    try {
      return new org.bouncycastle.asn1.sec.ECPrivateKey(
              key.getParams().getOrder().bitLength(),
              key.getS(),
              info.getPublicKeyData(),
              info.getAlgorithm().getParameters())
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a key of ours can be encoded", e);
    }
  }

  static String write(X509CertificateHolder certificate) {
    return text(certificate);
  }

  private static String text(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    // The writer ends lines as the machine does.
    return text.toString().replace("\r\n", "\n");
  }

  /** The certificate of a text, or a HelperException. */
  static X509CertificateHolder certificate(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (parser.readObject() instanceof X509CertificateHolder certificate) {
        return certificate;
      }
      throw new HelperException("The certificate is not one in PEM.");
    } catch (IOException e) {
      HelperException exception = new HelperException("The certificate is not one in PEM.");
      exception.initCause(e);
      throw exception;
    }
  }
}
