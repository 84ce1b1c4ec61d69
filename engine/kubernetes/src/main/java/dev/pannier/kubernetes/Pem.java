package dev.pannier.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** Reads certificates and private keys out of PEM text (RFC 7468). */
final class Pem {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private Pem() {}

  private record Block(String label, byte[] content) {}

  static Collection<? extends Certificate> certificates(byte[] pem)
      throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (Block block : blocks(pem)) {
      if (block.label().endsWith("CERTIFICATE")) {
        certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.content())));
      }
    }
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate in it");
    }
    return certificates;
  }

  static PrivateKey privateKey(byte[] pem) throws GeneralSecurityException {
    byte[] parameters = {};
    for (Block block : blocks(pem)) {
      switch (block.label()) {
        case "EC PARAMETERS" -> parameters = block.content();
        case "PRIVATE KEY" -> {
          return ofAnyKind(block.content());
        }
        case "RSA PRIVATE KEY" -> {
          return key("RSA", wrapped(RSA, block.content()));
        }
        case "EC PRIVATE KEY" -> {
          byte[] curve = parameters.length > 0 ? parameters : curve(block.content());
          return key("EC", wrapped(der(0x30, joined(EC, curve)), block.content()));
        }
        case "ENCRYPTED PRIVATE KEY" ->
            throw new GeneralSecurityException("the private key in it is encrypted");
        default -> {}
      }
    }
    throw new GeneralSecurityException("there is no private key in it");
  }

  private static PrivateKey ofAnyKind(byte[] pkcs8) throws GeneralSecurityException {
    for (String kind : List.of("RSA", "EC", "EdDSA")) {
      try {
        return key(kind, pkcs8);
      } catch (InvalidKeySpecException _) {
        // its kind stands inside, where only the right factory looks
      }
    }
    throw new GeneralSecurityException("the private key in it is of no kind that is known");
  }

  private static PrivateKey key(String kind, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** The older forms (PKCS #1, SEC 1) are PKCS #8 without its cover, which names the algorithm. */
  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    byte[] version = {2, 1, 0};
    return der(0x30, joined(joined(version, algorithm), der(0x04, key)));
  }

  /**
   * The name of the curve within a key of SEC 1: the first thing in the element tagged 0, behind
   * version and number.
   */
  private static byte[] curve(byte[] key) throws GeneralSecurityException {
    int at = 0;
    at = content(key, at);
    at = behind(key, at);
    at = behind(key, at);
    if (at >= key.length || (key[at] & 0xff) != 0xa0) {
      throw new GeneralSecurityException("the private key in it does not name its curve");
    }
    int start = content(key, at);
    return java.util.Arrays.copyOfRange(key, start, behind(key, start));
  }

  private static int content(byte[] der, int at) throws GeneralSecurityException {
    int length = at(der, at + 1);
    return length < 0x80 ? at + 2 : at + 2 + (length & 0x7f);
  }

  private static int behind(byte[] der, int at) throws GeneralSecurityException {
    int start = content(der, at);
    int length = at(der, at + 1);
    if (length >= 0x80) {
      length = 0;
      for (int i = at + 2; i < start; i++) {
        length = length << 8 | at(der, i);
      }
    }
    return start + length;
  }

  private static int at(byte[] der, int index) throws GeneralSecurityException {
    if (index >= der.length) {
      throw new GeneralSecurityException("the private key in it is cut off");
    }
    return der[index] & 0xff;
  }

  private static byte[] der(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length & 0xff);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static List<Block> blocks(byte[] pem) throws GeneralSecurityException {
    String text = new String(pem, StandardCharsets.US_ASCII);
    List<Block> blocks = new ArrayList<>();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int labelEnd = text.indexOf("-----", begin + BEGIN.length());
      int end = text.indexOf(END, begin);
      if (labelEnd < 0 || end < labelEnd) {
        throw new GeneralSecurityException("it is cut off");
      }
      String label = text.substring(begin + BEGIN.length(), labelEnd);
      String body = text.substring(labelEnd + 5, end);
      try {
        blocks.add(new Block(label, Base64.getMimeDecoder().decode(body)));
      } catch (IllegalArgumentException e) {
        throw new GeneralSecurityException("it is not in Base64", e);
      }
      begin = text.indexOf(BEGIN, end);
    }
    return blocks;
  }
}
