package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a schema that was made of values.yaml, and not touched since, from one that somebody wrote:
 * the first holds a digest of itself in its {@code $comment}.
 */
final class SchemaMark {

  private static final String KEY = "$comment";
  private static final String TEXT = "Made from values.yaml by `pannier schema`: ";
  private static final int DIGITS = 12;

  private SchemaMark() {}

  /** The schema with the mark in it. */
  static MapNode marked(MapNode schema) {
    return Keywords.of(schema).with(KEY, TEXT + digest(schema)).schema();
  }

  /** Whether nobody touched it since it was made. */
  static boolean isUntouched(MapNode schema) {
    return schema.text(KEY).filter((TEXT + digest(schema))::equals).isPresent();
  }

  /** Formatting does not count. */
  private static String digest(MapNode schema) {
    try {
      byte[] text = JsonWriter.write(schema.without(KEY)).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
