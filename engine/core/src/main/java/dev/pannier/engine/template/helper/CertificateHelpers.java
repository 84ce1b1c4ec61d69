package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.CERTIFICATES;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sprig's crypto.go: private keys and certificates, made by the random numbers and the clock of the
 * render. A certificate is a map of Cert and Key, both in PEM.
 */
final class CertificateHelpers {

  private static final String KEEP = " Wrap it in generated, so that an upgrade keeps it.";

  private CertificateHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "genPrivateKey" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "kind",
              "A private key in PEM. Its kind is rsa (4096 bits), ecdsa (P-256), ed25519 or"
                  + " dsa (2048 bits)."
                  + KEEP,
              "{{trunc 30 (genPrivateKey 'ecdsa')}}",
              "-----BEGIN EC PRIVATE KEY-----",
              call -> TextNode.of(Pem.write(KeyPairs.generate(call.text(0), call.surroundings()))));
      case "genCA" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name days",
              "A certificate authority, valid for so many days: a map of Cert and Key." + KEEP,
              "{{keys (genCA 'my-ca' 365)}}",
              "[Cert, Key]",
              call -> authority(call, () -> KeyPairs.rsa(call.surroundings())));
      case "genCAWithKey" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name days key",
              "As genCA, with a private key in PEM.",
              "{{keys (genCAWithKey 'my-ca' 365 (genPrivateKey 'ecdsa'))}}",
              "[Cert, Key]",
              call -> authority(call, () -> KeyPairs.read(call.text(2))));
      default -> leaf(name);
    };
  }

  private static HelperSpec leaf(String name) {
    return switch (name) {
      case "genSelfSignedCert" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name ips dns days",
              "A certificate that signs itself, for a list of IP addresses and one of DNS names: a"
                  + " map of Cert and Key."
                  + KEEP,
              "{{keys (genSelfSignedCert 'web' (list '10.0.0.1') (list 'web.example.org') 365)}}",
              "[Cert, Key]",
              call -> selfSigned(call, () -> KeyPairs.rsa(call.surroundings())));
      case "genSelfSignedCertWithKey" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name ips dns days key",
              "As genSelfSignedCert, with a private key in PEM.",
              "{{keys (genSelfSignedCertWithKey 'a' (list) (list) 9 (genPrivateKey 'ecdsa'))}}",
              "[Cert, Key]",
              call -> selfSigned(call, () -> KeyPairs.read(call.text(4))));
      case "genSignedCert" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name ips dns days ca",
              "A certificate signed by an authority, such as one of genCA: a map of Cert and Key."
                  + KEEP,
              "{{keys (genSignedCert 'web' (list) (list 'web') 365 (genCA 'my-ca' 365))}}",
              "[Cert, Key]",
              call -> signed(call, () -> KeyPairs.rsa(call.surroundings())));
      case "genSignedCertWithKey" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "name ips dns days ca key",
              "As genSignedCert, with a private key in PEM.",
              "{{keys (genSignedCertWithKey 'a' (list) (list) 9 (genCA 'b' 9)"
                  + " (genPrivateKey 'ecdsa'))}}",
              "[Cert, Key]",
              call -> signed(call, () -> KeyPairs.read(call.text(5))));
      case "buildCustomCert" ->
          HelperSpec.of(
              CERTIFICATES,
              name,
              "cert key",
              "A certificate and its key, each base 64 of its PEM, as a map of Cert and Key that"
                  + " genSignedCert takes as authority.",
              "'Zm9v' 'Zm9v'",
              "error: The certificate is not one in PEM.",
              CertificateHelpers::custom);
      default -> throw new IllegalStateException("no helper of certificates: " + name);
    };
  }

  /** Keys are made last: a call with a mistake in it costs none. */
  private static Node authority(Arguments call, Supplier<KeyPair> made) {
    Certificates certificates = new Certificates(call.surroundings());
    String name = call.text(0);
    int days = call.count(1);
    KeyPair keys = made.get();
    return map(certificates.authority(name, days, keys), Pem.write(keys));
  }

  private static Node selfSigned(Arguments call, Supplier<KeyPair> made) {
    Certificates certificates = new Certificates(call.surroundings());
    Certificates.Subject subject = subject(call);
    KeyPair keys = made.get();
    return map(certificates.selfSigned(subject, keys), Pem.write(keys));
  }

  private static Node signed(Arguments call, Supplier<KeyPair> made) {
    Certificates certificates = new Certificates(call.surroundings());
    MapNode ca = call.map(4);
    String cert = ca.text("Cert").orElseThrow(() -> noAuthority(call));
    String key = ca.text("Key").orElseThrow(() -> noAuthority(call));
    Certificates.Subject subject = subject(call);
    KeyPair authority = KeyPairs.read(key);
    KeyPair keys = made.get();
    return map(certificates.signed(subject, keys, cert, authority), Pem.write(keys));
  }

  private static Certificates.Subject subject(Arguments call) {
    return new Certificates.Subject(call.text(0), call.texts(1), call.texts(2), call.count(3));
  }

  private static HelperException noAuthority(Arguments call) {
    return new HelperException(
        "The helper `%s` needs a map of `Cert` and `Key` as its authority."
            .formatted(call.helper()),
        "Take one that genCA or buildCustomCert gives.");
  }

  private static Node custom(Arguments call) {
    String cert = decoded(call, 0);
    String key = decoded(call, 1);
    Pem.certificate(cert);
    KeyPairs.read(key);
    return map(cert, key);
  }

  private static String decoded(Arguments call, int index) {
    try {
      return new String(Base64.getDecoder().decode(call.text(index)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      HelperException exception =
          new HelperException(
              "Argument %d of the helper `%s` is not in base 64."
                  .formatted(index + 1, call.helper()));
      exception.initCause(e);
      throw exception;
    }
  }

  private static MapNode map(String cert, String key) {
    Map<String, Node> parts = new LinkedHashMap<>();
    parts.put("Cert", TextNode.of(cert));
    parts.put("Key", TextNode.of(key));
    return MapNode.of(parts);
  }
}
