package dev.pannier.engine.template.place;

import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;

/** The lines of the block in which a value stands on a line of its own. */
final class SiblingLines {

  private enum Found {
    NOTHING,
    /** Another entry of the block that is written for sure. */
    ENTRY,
    /** Another value of the block that writes no entry. */
    EMPTY
  }

  private final Draft draft;
  private final String text;
  private final int column;
  private final boolean list;
  private boolean entries;
  private boolean emptyBefore;
  private boolean nested;
  private boolean level;

  SiblingLines(Draft draft, int mark) {
    this.draft = draft;
    this.text = draft.text();
    int lineStart = draft.lineStart(mark);
    this.column = draft.startOf(mark) - lineStart;
    this.list = draft.isListEntry(Marks.number(text, mark));
    up(lineStart);
    down(draft.lineEnd(mark) + 1);
  }

  /** Whether the block has further entries. */
  boolean hasEntries() {
    return entries;
  }

  /** Whether a value that writes no entry stands before in the same block. */
  boolean hasEmptyBefore() {
    return emptyBefore;
  }

  /** Whether the block belongs to a key or an item, and is not the document itself. */
  boolean isNested() {
    return nested;
  }

  /** Whether the items of the block stand in the column of the key that they belong to. */
  boolean isLevelWithKey() {
    return level;
  }

  private void up(int lineStart) {
    int end = lineStart - 1;
    while (end > 0) {
      int start = draft.lineStart(end);
      if (!isSilent(start, end) && leaves(start)) {
        nested = true;
        level = indent(start) == column;
        return;
      }
      switch (look(start, end)) {
        case ENTRY -> entries = true;
        case EMPTY -> emptyBefore = true;
        case NOTHING -> {}
      }
      end = start - 1;
    }
  }

  private void down(int from) {
    int start = from;
    while (start < text.length()) {
      int end = draft.lineEnd(start);
      if (!isSilent(start, end) && leaves(start)) {
        return;
      }
      entries |= look(start, end) == Found.ENTRY;
      start = end + 1;
    }
  }

  private boolean isSilent(int start, int end) {
    int i = start + indent(start);
    return i >= end || text.charAt(i) == '#';
  }

  private int indent(int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - start;
  }

  /** Whether a line is outside the block. */
  private boolean leaves(int start) {
    int indent = indent(start);
    boolean dash = text.startsWith("- ", start + indent);
    return indent < column || indent == column && dash != list;
  }

  private Found look(int start, int end) {
    if (isSilent(start, end) || indent(start) != column) {
      return Found.NOTHING;
    }
    int content = start + column + (list ? 2 : 0);
    if (content < end && text.charAt(content) == Marks.VALUE) {
      int number = Marks.number(text, content);
      boolean empty =
          draft.isEntry(number)
              && switch (draft.value(number)) {
                case MapNode map -> map.isEmpty();
                case ListNode items -> items.isEmpty();
                default -> true;
              };
      return empty ? Found.EMPTY : Found.ENTRY;
    }
    return Found.ENTRY;
  }
}
