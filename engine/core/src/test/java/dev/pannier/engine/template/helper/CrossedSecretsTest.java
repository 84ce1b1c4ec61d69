package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one of Helm and Pannier encrypts, hashes or signs, the other reads. */
class CrossedSecretsTest {

  @TempDir private Path chart;
  private RealHelm helm;

  @BeforeEach
  void load() throws IOException {
    helm = RealHelm.in(chart);
  }

  @Test
  void what_helm_encrypts_we_decrypt_and_the_other_way_round() throws Exception {
    for (String text : List.of("x", "sixteen bytes...", "grüße 😀", "long ".repeat(50))) {
      String theirs = text("encryptAES \"a key\" " + quoted(text));
      assertThat(ours("decryptAES", TextNode.of("a key"), TextNode.of(theirs))).isEqualTo(text);
      String ours = ours("encryptAES", TextNode.of("a key"), TextNode.of(text));
      assertThat(text("decryptAES \"a key\" " + quoted(ours))).isEqualTo(text);
    }
  }

  @Test
  void the_hashes_of_both_fit_the_password() throws Exception {
    String hash = text("bcrypt \"grün\"");
    String line = text("htpasswd \"ann\" \"grün\"");

    for (String found : List.of(hash, line.substring(4), ours("bcrypt", TextNode.of("grün")))) {
      assertThat(found).hasSize(60).startsWith("$2a$10$");
      assertThat(OpenBSDBCrypt.checkPassword(found, "grün".toCharArray())).isTrue();
      assertThat(OpenBSDBCrypt.checkPassword(found, "grau".toCharArray())).isFalse();
    }
  }

  @Test
  void certificates_of_both_say_the_same() throws Exception {
    String call = "genSelfSignedCert \"web\" (list \"10.0.0.1\" \"::1\") (list \"a.b\" \"*.a\") 30";
    X509Certificate theirs = certificate(data(call));
    X509Certificate ours =
        certificate(
            (MapNode)
                new Calls(1)
                    .node(
                        "{{genSelfSignedCert 'web' (list '10.0.0.1' '::1') (list 'a.b' '*.a')"
                            + " 30}}"));

    theirs.verify(theirs.getPublicKey());
    assertThat(theirs.getSubjectX500Principal()).isEqualTo(ours.getSubjectX500Principal());
    assertThat(List.copyOf(theirs.getSubjectAlternativeNames()))
        .isEqualTo(List.copyOf(ours.getSubjectAlternativeNames()));
    assertThat(theirs.getKeyUsage()).isEqualTo(ours.getKeyUsage());
    assertThat(theirs.getExtendedKeyUsage()).isEqualTo(ours.getExtendedKeyUsage());
    assertThat(theirs.getBasicConstraints()).isEqualTo(ours.getBasicConstraints());
    assertThat(theirs.getSigAlgName()).isEqualTo(ours.getSigAlgName());
    assertThat(validity(theirs)).isEqualTo(validity(ours)).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void an_authority_of_helm_signs_by_us_and_the_other_way_round() throws Exception {
    MapNode theirs = data("genCA \"their-ca\" 30");
    MapNode leaf =
        (MapNode)
            Calls.call(
                "genSignedCert",
                List.of(
                    TextNode.of("web"),
                    Calls.call("list", List.of()),
                    Calls.call("list", List.of(TextNode.of("a.b"))),
                    Calls.call("int", List.of(TextNode.of("9"))),
                    theirs));
    certificate(leaf).verify(certificate(theirs).getPublicKey());

    MapNode ours = (MapNode) new Calls(2).node("{{genCA 'our-ca' 30}}");
    MapNode custom =
        data(
            "genSignedCert \"web\" nil (list \"a.b\") 9 (buildCustomCert %s %s)"
                .formatted(encoded(ours, "Cert"), encoded(ours, "Key")));
    certificate(custom).verify(certificate(ours).getPublicKey());
  }

  @Test
  void private_keys_of_helm_are_read() throws Exception {
    for (String kind : List.of("rsa", "ecdsa", "ed25519")) {
      String key = text("genPrivateKey \"" + kind + "\"");
      String days = "9";
      Node made =
          Calls.call(
              "genCAWithKey",
              List.of(
                  TextNode.of("ca"),
                  Calls.call("int", List.of(TextNode.of(days))),
                  TextNode.of(key)));
      X509Certificate certificate = certificate((MapNode) made);
      certificate.verify(certificate.getPublicKey());
      assertThat(((MapNode) made).text("Key")).contains(key);
    }
  }

  private static Duration validity(X509Certificate certificate) {
    return Duration.between(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  private static String ours(String helper, Node... arguments) {
    return ((TextNode) Calls.call(helper, List.of(arguments))).text();
  }

  private String text(String call) throws Exception {
    return ((TextNode) result(call)).text();
  }

  private MapNode data(String call) throws Exception {
    return (MapNode) result(call);
  }

  private Node result(String call) throws RealHelm.Refusal {
    String manifest = helm.render("r: {{ toJson (toJson (" + call + ")) }}\n");
    MapNode map = (MapNode) YamlReader.read(new Source("Helm's", manifest));
    return JsonReader.read(new Source("Helm's", map.text("r").orElseThrow()));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String encoded(MapNode certificate, String part) {
    TextNode pem = TextNode.of(certificate.text(part).orElseThrow());
    return quoted(ours("b64enc", pem));
  }

  private static X509Certificate certificate(MapNode made) throws Exception {
    byte[] pem = made.text("Cert").orElseThrow().getBytes(StandardCharsets.UTF_8);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }
}
