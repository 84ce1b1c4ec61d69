package dev.pannier.engine.template.helper;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes X.509 certificates with the contents that Sprig's have (crypto.go). */
final class Certificates {

  private static final int USES = KeyUsage.keyEncipherment | KeyUsage.digitalSignature;

  /** Whom a certificate is for, and for how many days from now. */
  record Subject(String name, List<String> ips, List<String> dns, int days) {}

  private final Surroundings surroundings;

  Certificates(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A certificate that may sign others. */
  String authority(String name, int days, KeyPair keys) {
    Subject subject = new Subject(name, List.of(), List.of(), days);
    X509v3CertificateBuilder builder = builder(subject, common(name), keys.getPublic(), true);
    add(builder, Extension.subjectKeyIdentifier, false, keyIdentifier(keys.getPublic()));
    return sign(builder, keys);
  }

  /** A certificate that signs itself. */
  String selfSigned(Subject subject, KeyPair keys) {
    return sign(builder(subject, common(subject.name), keys.getPublic(), false), keys);
  }

  /** A certificate signed by the key of an authority's certificate in PEM. */
  String signed(Subject subject, KeyPair keys, String authority, KeyPair authorityKeys) {
    X509CertificateHolder issuer = Pem.certificate(authority);
    X509v3CertificateBuilder builder =
        builder(subject, issuer.getSubject(), keys.getPublic(), false);
    SubjectKeyIdentifier identifier = SubjectKeyIdentifier.fromExtensions(issuer.getExtensions());
    if (identifier != null) {
      add(
          builder,
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(identifier.getKeyIdentifier()));
    }
    return sign(builder, authorityKeys);
  }

  private X509v3CertificateBuilder builder(
      Subject subject, X500Name issuer, PublicKey key, boolean authority) {
    Instant now = surroundings.clock().instant();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            new BigInteger(128, RenderRandom.of(surroundings.random())),
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(subject.days))),
            common(subject.name),
            SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    int uses = authority ? USES | KeyUsage.keyCertSign : USES;
    add(builder, Extension.keyUsage, true, new KeyUsage(uses));
    KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
    add(builder, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    add(builder, Extension.basicConstraints, true, new BasicConstraints(authority));
    GeneralName[] names = names(subject);
    if (names.length > 0) {
      add(builder, Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    return builder;
  }

  private static GeneralName[] names(Subject subject) {
    List<GeneralName> names = new ArrayList<>();
    for (String name : subject.dns) {
      if (!name.chars().allMatch(c -> c < 0x80)) {
        throw new HelperException(
            "The DNS name `%s` of a certificate is not of ASCII.".formatted(name),
            "Write it in Punycode, as `xn--…`.");
      }
      names.add(new GeneralName(GeneralName.dNSName, name));
    }
    for (String ip : subject.ips) {
      try {
        names.add(new GeneralName(GeneralName.iPAddress, ip));
      } catch (IllegalArgumentException e) {
        HelperException exception = new HelperException("`%s` is no IP address.".formatted(ip));
        exception.initCause(e);
        throw exception;
      }
    }
    return names.toArray(new GeneralName[0]);
  }

  private static X500Name common(String name) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
  }

  private static SubjectKeyIdentifier keyIdentifier(PublicKey key) {
    try {
      X509ExtensionUtils identifiers =
          new X509ExtensionUtils(
              new BcDigestCalculatorProvider()
                  .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)));
      return identifiers.createSubjectKeyIdentifier(
          SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("Bouncy Castle has SHA-1", e);
    }
  }

  private static void add(
      X509v3CertificateBuilder builder,
      ASN1ObjectIdentifier kind,
      boolean critical,
      ASN1Encodable value) {
    try {
      builder.addExtension(kind, critical, value);
    } catch (CertIOException e) {
      throw new IllegalStateException("an extension of ours can be encoded", e);
    }
  }

  private String sign(X509v3CertificateBuilder builder, KeyPair keys) {
    SecureRandom random = RenderRandom.of(surroundings.random());
    String algorithm =
        switch (keys.getPrivate().getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC", "ECDSA" -> "SHA256withECDSA";
          default -> "Ed25519";
        };
    try {
      return Pem.write(
          builder.build(
              new JcaContentSignerBuilder(algorithm)
                  .setSecureRandom(random)
                  .build(keys.getPrivate())));
    } catch (OperatorCreationException e) {
      HelperException exception = new HelperException("The private key cannot sign a certificate.");
      exception.initCause(e);
      throw exception;
    }
  }
}
