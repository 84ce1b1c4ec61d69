package dev.pannier.kubernetes.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record too large for one object, cut into parts that are named by what they hold: two states of
 * a record never share a name for different contents, so a part is written once and never changed.
 *
 * @param parts the texts by their short names, in order
 */
record RecordParts(Map<String, String> parts) {

  /** How much one object takes, leaving room for what else it holds (Kubernetes: 1 MiB). */
  static final int LARGEST = 1_000_000;

  private static final int NAME_LENGTH = 16;

  /** Cuts a packed record. */
  static RecordParts cut(String packed) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (int start = 0; start < packed.length(); start += LARGEST) {
      String part = packed.substring(start, Math.min(packed.length(), start + LARGEST));
      parts.put(name(part), part);
    }
    return new RecordParts(parts);
  }

  /** The short names, in order, as an annotation holds them. */
  String index() {
    return String.join(",", parts.keySet());
  }

  /** The short names of an index. */
  static List<String> names(String index) {
    return index.isEmpty() ? List.of() : List.of(index.split(","));
  }

  /**
   * Puts a packed record together again; empty where a part is missing or not what it was.
   *
   * @param found the parts that there are, by their short names
   */
  static Optional<String> join(String index, Map<String, String> found) {
    List<String> texts = new ArrayList<>();
    for (String name : names(index)) {
      @Nullable String text = found.get(name);
      if (text == null || !name(text).equals(name)) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(String.join("", texts));
  }

  private static String name(String part) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
