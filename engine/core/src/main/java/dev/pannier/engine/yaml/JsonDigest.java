package dev.pannier.engine.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short word for what a node says, whatever the order of its keys. */
public final class JsonDigest {

  private static final JsonStyle CANONICAL = new JsonStyle(true, false, "");
  private static final int BYTES = 8;

  private JsonDigest() {}

  /** The first 16 hexadecimal digits of the SHA-256 of a node's JSON with sorted keys. */
  public static String of(Node node) {
    try {
      byte[] json = JsonWriter.write(node, CANONICAL).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
