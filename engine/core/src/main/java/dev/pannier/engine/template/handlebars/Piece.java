package dev.pannier.engine.template.handlebars;

/**
 * A stretch of a template's text.
 *
 * @param start where it begins, its delimiter included
 * @param end after its last character
 * @param contentStart where a tag's content begins, after its delimiter and sign
 * @param contentEnd where a tag's content ends
 * @param trimsBefore whether a tag takes the white space before it away
 * @param trimsAfter whether a tag takes the white space after it away
 */
record Piece(
    Kind kind,
    int start,
    int end,
    int contentStart,
    int contentEnd,
    boolean trimsBefore,
    boolean trimsAfter) {

  enum Kind {
    TEXT,
    /** Text that stands for itself, whatever mustaches it holds. */
    LITERAL,
    VALUE,
    RAW_VALUE,
    OPEN,
    OPEN_INVERSE,
    OPEN_PARTIAL,
    OPEN_INLINE,
    ELSE,
    CLOSE,
    PARTIAL,
    /** Comments, delimiters, the ends of raw blocks: what writes nothing. */
    SILENT;

    /** Whether it can have a line for itself, which then is not written. */
    boolean mayStandAlone() {
      return switch (this) {
        case TEXT, LITERAL, VALUE, RAW_VALUE -> false;
        case OPEN, OPEN_INVERSE, OPEN_PARTIAL, OPEN_INLINE, ELSE, CLOSE, PARTIAL, SILENT -> true;
      };
    }

    boolean opens() {
      return this == OPEN || this == OPEN_INVERSE || this == OPEN_PARTIAL || this == OPEN_INLINE;
    }

    boolean isText() {
      return this == TEXT || this == LITERAL;
    }
  }

  static Piece text(Kind kind, int start, int end) {
    return new Piece(kind, start, end, start, end, false, false);
  }
}
