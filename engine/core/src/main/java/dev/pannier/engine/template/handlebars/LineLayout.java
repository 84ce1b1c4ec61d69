package dev.pannier.engine.template.handlebars;

import java.util.List;

/**
 * Which of a template's text is written: tags that have a line for themselves take the whole line
 * away, tags with {@code ~} the white space beside them.
 */
final class LineLayout {

  private static final int NOT_ALONE = -1;

  private final String text;
  private final List<Piece> pieces;
  private final int[] starts;
  private final int[] ends;
  private final int[] columns;

  LineLayout(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
    this.starts = new int[pieces.size()];
    this.ends = new int[pieces.size()];
    this.columns = new int[pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i] = pieces.get(i).start();
      ends[i] = pieces.get(i).end();
      columns[i] = NOT_ALONE;
    }
    for (int i = 0; i < pieces.size(); i++) {
      standAlone(i);
    }
    for (int i = 0; i < pieces.size(); i++) {
      trim(i);
    }
  }

  /** Where the written part of a text begins. */
  int start(int piece) {
    return starts[piece];
  }

  /** Where the written part of a text ends; not after its start where nothing is left. */
  int end(int piece) {
    return ends[piece];
  }

  /** The column, from 0, of a tag that has a line for itself; negative for any other. */
  int column(int piece) {
    Piece tag = pieces.get(piece);
    int next = piece + 1;
    if (next < pieces.size() && starts[next] >= ends[next]) {
      next++;
    }
    boolean joined = next < pieces.size() && pieces.get(next).trimsBefore();
    return joined || tag.trimsBefore() || tag.trimsAfter() ? NOT_ALONE : columns[piece];
  }

  private void standAlone(int tag) {
    if (!pieces.get(tag).kind().mayStandAlone()) {
      return;
    }
    int first = firstOnLine(tag);
    int last = lastOnLine(tag);
    if (first < 0 || last < 0) {
      return;
    }
    int lineStart = pieces.get(first).start();
    Piece before = pieces.get(first);
    if (before.kind() == Piece.Kind.TEXT) {
      lineStart = text.lastIndexOf('\n', before.end() - 1) + 1;
      lineStart = Math.max(lineStart, before.start());
      ends[first] = Math.min(ends[first], lineStart);
    }
    columns[tag] = indent(lineStart);
    for (int i = first + 1; i < last; i++) {
      if (pieces.get(i).kind() == Piece.Kind.TEXT) {
        ends[i] = starts[i];
      }
    }
    Piece after = pieces.get(last);
    if (after.kind() == Piece.Kind.TEXT && last > tag) {
      int lineBreak = text.indexOf('\n', after.start());
      starts[last] = lineBreak < 0 || lineBreak >= after.end() ? after.end() : lineBreak + 1;
    }
  }

  private int indent(int lineStart) {
    int i = lineStart;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i - lineStart;
  }

  /** The piece in which the line of a tag begins, or -1 where something is written before it. */
  private int firstOnLine(int tag) {
    for (int i = tag - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Piece.Kind.TEXT) {
        int lineBreak = text.lastIndexOf('\n', piece.end() - 1);
        int from = Math.max(lineBreak + 1, piece.start());
        if (!isBlank(from, piece.end())) {
          return -1;
        }
        if (lineBreak >= piece.start()) {
          return i;
        }
      } else if (!piece.kind().mayStandAlone()) {
        return -1;
      }
    }
    return 0;
  }

  private int lastOnLine(int tag) {
    for (int i = tag + 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Piece.Kind.TEXT) {
        int lineBreak = text.indexOf('\n', piece.start());
        int to = lineBreak < 0 ? piece.end() : Math.min(lineBreak, piece.end());
        if (!isBlank(piece.start(), to)) {
          return -1;
        }
        if (lineBreak >= 0 && lineBreak < piece.end()) {
          return i;
        }
      } else if (!piece.kind().mayStandAlone()) {
        return -1;
      }
    }
    return pieces.size() - 1;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void trim(int tag) {
    Piece piece = pieces.get(tag);
    if (piece.trimsBefore() && tag > 0 && pieces.get(tag - 1).kind() == Piece.Kind.TEXT) {
      while (ends[tag - 1] > starts[tag - 1]
          && Character.isWhitespace(text.charAt(ends[tag - 1] - 1))) {
        ends[tag - 1]--;
      }
    }
    if (piece.trimsAfter()
        && tag + 1 < pieces.size()
        && pieces.get(tag + 1).kind() == Piece.Kind.TEXT) {
      while (starts[tag + 1] < ends[tag + 1]
          && Character.isWhitespace(text.charAt(starts[tag + 1]))) {
        starts[tag + 1]++;
      }
    }
  }
}
