package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.YamlComment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comments as Bitnami's readme-generator reads them: {@code @param a.b [type, default: x] text},
 * anywhere in the file, and {@code @skip a.b} (github.com/bitnami/readme-generator-for-helm).
 */
final class BitnamiParams {

  private final Map<String, KeyNote> notes = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();

  BitnamiParams(List<YamlComment> comments) {
    for (YamlComment comment : comments) {
      String[] words = CommentLine.plain(comment).split("\\s+", 3);
      if (words.length > 1 && words[0].equals("@param")) {
        notes.put(words[1], note(words.length > 2 ? words[2] : ""));
      } else if (words.length > 1 && words[0].equals("@skip")) {
        skipped.add(words[1]);
      }
    }
  }

  /** What is said of a key anywhere in the file. */
  KeyNote of(KeyPath path) {
    return notes.isEmpty() ? KeyNote.NONE : notes.getOrDefault(dotted(path), KeyNote.NONE);
  }

  /** Whether a key is to be kept out of tables. */
  boolean isSkipped(KeyPath path) {
    return !skipped.isEmpty() && skipped.contains(dotted(path));
  }

  private static String dotted(KeyPath path) {
    return String.join(".", path.keys()).replace("." + KeyPath.ITEMS, "[0]");
  }

  private static KeyNote note(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    if (end < 0) {
      return KeyNote.described(text.strip());
    }
    KeyNote note = KeyNote.described(text.substring(end + 1).strip());
    String modifiers = text.substring(1, end);
    int shown = modifiers.indexOf("default:");
    if (shown >= 0) {
      note = note.withShownDefault(modifiers.substring(shown + "default:".length()).strip());
      modifiers = modifiers.substring(0, shown);
    }
    for (String modifier : modifiers.split(",")) {
      switch (modifier.strip()) {
        case "string", "array", "object", "number", "integer", "boolean" ->
            note = note.withHint(modifier.strip());
        default -> {}
      }
    }
    return note;
  }
}
