package dev.pannier.engine.template.helper;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** Makes key pairs by the random numbers of the render, and reads them from PEM. */
final class KeyPairs {

  private KeyPairs() {}

  /** A pair for a certificate: RSA of 2048 bits, as Sprig. */
  static KeyPair rsa(Surroundings surroundings) {
    return generate(
        "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), surroundings);
  }

  /**
   * A pair of a kind: {@code rsa} of 4096 bits, {@code ecdsa} of P-256, {@code ed25519}, {@code
   * dsa}.
   */
  static KeyPair generate(String kind, Surroundings surroundings) {
    return switch (kind) {
      case "", "rsa" ->
          generate(
              "RSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4), surroundings);
      case "ecdsa" -> generate("EC", new ECGenParameterSpec("secp256r1"), surroundings);
      case "dsa" -> dsa(surroundings);
      case "ed25519" -> generate("Ed25519", NamedParameterSpec.ED25519, surroundings);
      default ->
          throw new HelperException(
              "A private key cannot be of the kind `%s`.".formatted(kind),
              "Use `rsa`, `ecdsa`, `ed25519` or `dsa`.");
    };
  }

  /** Of 2048 bits; its parameters are the JDK's own, since finding new ones takes long. */
  private static KeyPair dsa(Surroundings surroundings) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
      generator.initialize(2048, RenderRandom.of(surroundings.random()));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each JDK has DSA", e);
    }
  }

  private static KeyPair generate(
      String algorithm, AlgorithmParameterSpec spec, Surroundings surroundings) {
    SecureRandom random = RenderRandom.of(surroundings.random());
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(spec, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each JDK has " + algorithm, e);
    }
  }

  /** The pair of a private key in PEM, or a HelperException. */
  static KeyPair read(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return switch (parser.readObject()) {
        case PEMKeyPair pair -> pair(pair.getPrivateKeyInfo());
        case PrivateKeyInfo info -> pair(info);
        case null, default -> throw noKey(null);
      };
    } catch (IOException e) {
      throw noKey(e);
    }
  }

  private static KeyPair pair(PrivateKeyInfo info) throws IOException {
    AsymmetricKeyParameter open =
        switch (PrivateKeyFactory.createKey(info)) {
          case RSAPrivateCrtKeyParameters key ->
              new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent());
          case ECPrivateKeyParameters key ->
              new ECPublicKeyParameters(
                  key.getParameters().getG().multiply(key.getD()), key.getParameters());
          case Ed25519PrivateKeyParameters key -> key.generatePublicKey();
          default -> throw noKey(null);
        };
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    PublicKey publicKey =
        converter.getPublicKey(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open));
    return new KeyPair(publicKey, converter.getPrivateKey(info));
  }

  private static HelperException noKey(@Nullable Exception cause) {
    HelperException exception =
        new HelperException(
            "The private key is not one that can be read.",
            "Give an RSA, EC or Ed25519 key in PEM, without a password.");
    exception.initCause(cause);
    return exception;
  }
}
