package dev.pannier.engine.template.helper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Hashes of passwords as web servers read them. */
final class PasswordHash {

  private static final int COST = 10;
  private static final int MOST_BYTES = 72;

  private PasswordHash() {}

  /** A bcrypt hash with a random salt. */
  static String bcrypt(String password, Surroundings surroundings) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw new HelperException(
          "A password for bcrypt can have %d bytes at most, but this has %d."
              .formatted(MOST_BYTES, bytes.length));
    }
    byte[] salt = new byte[16];
    surroundings.random().nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, COST);
  }

  /** A line of an htpasswd file. */
  static String htpasswd(Arguments call) {
    String user = call.text(0);
    if (user.indexOf(':') >= 0) {
      throw new HelperException("The user name `%s` has a colon.".formatted(user));
    }
    boolean sha = call.size() > 2 && call.text(2).equals("sha");
    return user + ":" + (sha ? sha(call.text(1)) : bcrypt(call.text(1), call.surroundings()));
  }

  private static String sha(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
      return "{SHA}" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each JDK has SHA-1", e);
    }
  }
}
