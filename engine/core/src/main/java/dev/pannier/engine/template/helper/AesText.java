package dev.pannier.engine.template.helper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sprig's encryptAES: base 64 of the initial vector and AES-256 in CBC mode, padded as PKCS #7. */
final class AesText {

  private static final int BLOCK = 16;
  private static final int KEY = 32;

  private AesText() {}

  /** What a text encrypts to; an empty one stays empty. */
  static String encrypt(String password, String text, RandomGenerator random) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] vector = new byte[BLOCK];
    random.nextBytes(vector);
    byte[] padded = padded(text.getBytes(StandardCharsets.UTF_8));
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, password, vector, padded);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(BLOCK + encrypted.length).put(vector).put(encrypted).array());
  }

  /** The text that was encrypted. */
  static String decrypt(String password, String encrypted) {
    if (encrypted.isEmpty()) {
      return "";
    }
    byte[] bytes = decoded(encrypted);
    if (bytes.length <= BLOCK || bytes.length % BLOCK != 0) {
      throw wrong(null);
    }
    byte[] vector = Arrays.copyOf(bytes, BLOCK);
    byte[] padded =
        run(Cipher.DECRYPT_MODE, password, vector, Arrays.copyOfRange(bytes, BLOCK, bytes.length));
    int length = padded.length - (padded[padded.length - 1] & 0xFF);
    if (length < 0) {
      throw wrong(null);
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(padded, 0, length);
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw wrong(e);
    }
  }

  private static byte[] padded(byte[] bytes) {
    int padding = BLOCK - bytes.length % BLOCK;
    byte[] padded = Arrays.copyOf(bytes, bytes.length + padding);
    Arrays.fill(padded, bytes.length, padded.length, (byte) padding);
    return padded;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  private static byte[] run(int mode, String password, byte[] vector, byte[] content) {
    byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), KEY);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each JDK has AES", e);
    }
  }

  private static HelperException wrong(@Nullable Throwable cause) {
    HelperException exception =
        new HelperException(
            "The text cannot be decrypted: it is not what `encryptAES` gave for this password.");
    exception.initCause(cause);
    return exception;
  }
}
