package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

/** Helpers that draw on the clock and the random numbers of the render. */
class WorldlyHelpersTest {

  @Test
  void times_come_from_the_clock_of_the_render() {
    assertThat(Calls.shown("{{now}}")).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(Calls.shown("{{date '02 Jan 06 15:04 MST' (now)}}"))
        .isEqualTo("20 Nov 26 12:00 UTC");
    assertThat(Calls.shown("{{ago '2026-11-20T10:58:55Z'}}")).isEqualTo("1h1m5s");
    assertThat(Calls.shown("{{unixEpoch (dateModify '24h' (now))}}")).isEqualTo("1795262400");
    assertThat(Calls.shown("{{dateInZone '15:04' (now) 'Asia/Kolkata'}}")).isEqualTo("17:30");
  }

  @Test
  void times_are_read_in_the_layout_in_which_they_are_written() {
    assertThat(Calls.shown("{{toDate '2006-01-02 15:04:05 -0700' '2026-11-20 13:00:00 +0100'}}"))
        .isEqualTo("2026-11-20T13:00:00+01:00");
    assertThat(Calls.shown("{{toDate 'Jan 2, 2006' 'Nov 5, 2026'}}"))
        .isEqualTo("2026-11-05T00:00:00Z");
    assertThat(Calls.shown("{{toDate '2006-01-02' '5.11.2026'}}"))
        .isEqualTo("error: The time `5.11.2026` does not look like the layout `2006-01-02`.");
  }

  @Test
  void random_values_are_of_their_alphabets() {
    assertThat(Calls.shown("{{randAlphaNum 200}}")).matches("[A-Za-z0-9]{200}");
    assertThat(Calls.shown("{{randAlpha 200}}")).matches("[A-Za-z]{200}");
    assertThat(Calls.shown("{{randNumeric 200}}")).matches("[0-9]{200}");
    assertThat(Calls.shown("{{randAscii 200}}")).matches("[ -~]{200}");
    assertThat(Calls.shown("{{uuidv4}}"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void random_values_depend_on_the_source_of_the_render_alone() {
    assertThat(new Calls(7).node("{{randAlphaNum 20}}"))
        .isEqualTo(new Calls(7).node("{{randAlphaNum 20}}"))
        .isNotEqualTo(new Calls(8).node("{{randAlphaNum 20}}"));
  }

  @Test
  void a_certificate_is_signed_by_its_authority_for_its_names_and_days() throws Exception {
    MapNode ca = (MapNode) new Calls(1).node("{{genCA 'my-ca' 365}}");
    MapNode web =
        (MapNode)
            Calls.call(
                "genSignedCert",
                List.of(
                    of("{{cat 'web'}}"),
                    of("{{list '10.0.0.1' '::1'}}"),
                    of("{{list 'web.example.org' '*.web'}}"),
                    of("{{int 30}}"),
                    ca));

    X509Certificate authority = certificate(ca);
    X509Certificate signed = certificate(web);
    signed.verify(authority.getPublicKey());
    assertThat(authority.getBasicConstraints()).isNotNegative();
    assertThat(authority.getKeyUsage()[5]).isTrue();
    assertThat(signed.getBasicConstraints()).isNegative();
    assertThat(signed.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
    assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=web");
    assertThat(signed.getSubjectAlternativeNames().stream().map(name -> (Object) name.getLast()))
        .containsExactly("web.example.org", "*.web", "10.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(signed.getNotBefore().toInstant()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(signed.getNotAfter().toInstant()).isEqualTo(Instant.parse("2026-12-20T12:00:00Z"));
    assertThat(signed.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(signed.getPublicKey().getAlgorithm()).isEqualTo("RSA");
    assertThat(web.text("Key").orElseThrow()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
  }

  @Test
  void a_certificate_takes_a_key_of_each_kind() throws Exception {
    for (String kind : List.of("ecdsa", "ed25519", "rsa")) {
      MapNode made =
          (MapNode)
              new Calls(1)
                  .node(
                      "{{genSelfSignedCertWithKey 'web' null null 9 (genPrivateKey '%s')}}"
                          .formatted(kind));
      X509Certificate certificate = certificate(made);
      certificate.verify(certificate.getPublicKey());
    }
  }

  @Test
  void a_private_key_is_of_its_kind() {
    assertThat(Calls.shown("{{genPrivateKey 'dsa'}}"))
        .startsWith("-----BEGIN DSA PRIVATE KEY-----\n");
    assertThat(Calls.shown("{{genPrivateKey 'dss'}}"))
        .isEqualTo("error: A private key cannot be of the kind `dss`.");
  }

  @Test
  void a_custom_certificate_keeps_what_it_is_given() {
    MapNode ca = (MapNode) new Calls(1).node("{{genCA 'my-ca' 365}}");
    MapNode custom =
        (MapNode)
            Calls.call(
                "buildCustomCert",
                List.of(
                    Calls.call("b64enc", List.of(ca.entries().get("Cert"))),
                    Calls.call("b64enc", List.of(ca.entries().get("Key")))));

    assertThat(custom).isEqualTo(ca);
  }

  @Test
  void a_password_fits_its_hash() {
    String line = Calls.shown("{{htpasswd 'ann' 'secret'}}");

    assertThat(line).startsWith("ann:$2a$10$");
    assertThat(OpenBSDBCrypt.checkPassword(line.substring(4), "secret".toCharArray())).isTrue();
    assertThat(OpenBSDBCrypt.checkPassword(line.substring(4), "other".toCharArray())).isFalse();
  }

  private static Node of(String template) {
    return new Calls(1).node(template);
  }

  private static X509Certificate certificate(MapNode made) throws Exception {
    byte[] pem = made.text("Cert").orElseThrow().getBytes(StandardCharsets.UTF_8);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }
}
