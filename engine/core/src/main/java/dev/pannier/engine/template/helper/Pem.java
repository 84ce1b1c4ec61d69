package dev.pannier.engine.template.helper;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.KeyPair;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Keys and certificates between their text and their meaning. */
final class Pem {

  private Pem() {}

  /** The private key of a pair: PKCS #1 of RSA, SEC 1 of EC, else PKCS #8. */
  static String write(KeyPair keys) {
    return text(keys.getPrivate());
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
