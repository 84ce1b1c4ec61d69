package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.YamlComment;
import java.util.List;

/**
 * Comments as helm-docs reads them: {@code # -- text}, or the older {@code # a.b -- text}, then
 * further lines, {@code @default --} and {@code @section --} (github.com/norwoodj/helm-docs).
 */
final class HelmDocsComment {

  private static final String MARK = "-- ";

  private HelmDocsComment() {}

  /** The index of the line that such a comment begins at; -1 where there is none. */
  static int start(List<YamlComment> block, KeyPath path) {
    for (int i = block.size() - 1; i >= 0; i--) {
      if (!text(block.get(i), path).isEmpty() || CommentLine.plain(block.get(i)).equals("--")) {
        return i;
      }
    }
    return -1;
  }

  private static String text(YamlComment comment, KeyPath path) {
    String plain = CommentLine.plain(comment);
    if (plain.startsWith(MARK)) {
      return plain.substring(MARK.length()).strip();
    }
    String old = path + " " + MARK;
    return plain.startsWith(old) ? plain.substring(old.length()).strip() : "";
  }

  static KeyNote read(List<YamlComment> block, KeyPath path) {
    KeyNote note = KeyNote.NONE;
    String first = text(block.getFirst(), path);
    int end = first.startsWith("(") ? first.indexOf(')') : -1;
    if (end > 0 && first.indexOf(' ') > end) {
      note = note.withHint(type(first.substring(1, end)));
      first = first.substring(end + 1).strip();
    }
    StringBuilder description = new StringBuilder(first);
    for (YamlComment comment : block.subList(1, block.size())) {
      String plain = CommentLine.plain(comment);
      if (plain.startsWith("@")) {
        note = tagged(note, plain);
      } else if (!plain.isEmpty()) {
        description.append(description.isEmpty() ? "" : " ").append(plain);
      }
    }
    return note.withDescription(description.toString());
  }

  private static KeyNote tagged(KeyNote note, String tag) {
    int dashes = tag.indexOf(MARK);
    String said = dashes < 0 ? "" : tag.substring(dashes + MARK.length()).strip();
    return switch (tag.split(" ", 2)[0]) {
      case "@default" -> note.withShownDefault(said);
      case "@section" -> note.withSection(said);
      default -> note;
    };
  }

  /** The type of JSON Schema that a word of helm-docs means; empty where it means none of them. */
  private static String type(String word) {
    return switch (word) {
      case "string", "tpl/string" -> "string";
      case "int", "integer" -> "integer";
      case "float", "number" -> "number";
      case "bool", "boolean" -> "boolean";
      case "list", "array", "tpl/array", "tpl/list" -> "array";
      case "object", "dict", "map", "tpl/object", "tpl/dict" -> "object";
      default -> "";
    };
  }
}
