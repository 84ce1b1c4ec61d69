package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.handlebars.Piece.Kind;
import dev.pannier.engine.template.language.LineStarts;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template into text and tags. */
final class TagScanner {

  private static final int MAX_NESTING = 50;

  private final Source source;
  private final String text;
  private final LineStarts lines;
  private final Problems problems;
  private final List<Piece> pieces = new ArrayList<>();
  private String open = "{{";
  private String close = "}}";
  private int at;

  TagScanner(Source source, LineStarts lines, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.lines = lines;
    this.problems = problems;
  }

  List<Piece> scan() {
    while (true) {
      int tag = text.indexOf(open, at);
      if (tag < 0) {
        text(at, text.length());
        return pieces;
      }
      if (tag > at && text.charAt(tag - 1) == '\\') {
        escaped(tag);
      } else {
        text(at, tag);
        tag(tag);
      }
    }
  }

  private void text(int start, int end) {
    if (end > start) {
      pieces.add(Piece.text(Kind.TEXT, start, end));
    }
  }

  /** {@code \{{x}}} is text; {@code \\{{x}}} is a backslash and a tag. */
  private void escaped(int tag) {
    if (tag - 1 > at && text.charAt(tag - 2) == '\\') {
      text(at, tag - 1);
      tag(tag);
      return;
    }
    text(at, tag - 1);
    int end = text.indexOf(close, tag);
    int next = text.indexOf(open, tag + open.length());
    int until = end < 0 || next >= 0 && next < end ? tag + open.length() : end + close.length();
    pieces.add(Piece.text(Kind.LITERAL, tag, until));
    at = until;
  }

  private void tag(int start) {
    int i = start + open.length();
    boolean trims = text.startsWith("~", i);
    if (trims) {
      i++;
    }
    char sign = i < text.length() ? text.charAt(i) : ' ';
    switch (sign) {
      case '!' -> comment(start, i, trims);
      case '=' -> delimiters(start, i);
      case '{' -> {
        if (open.equals("{{") && text.startsWith("{{{{", start)) {
          raw(start);
        } else {
          closed(Kind.RAW_VALUE, start, i + 1, "}" + close, trims);
        }
      }
      case '&' -> closed(Kind.RAW_VALUE, start, i + 1, close, trims);
      case '#' -> block(start, i + 1, trims);
      case '^' -> closed(Kind.OPEN_INVERSE, start, i + 1, close, trims);
      case '/' -> closed(Kind.CLOSE, start, i + 1, close, trims);
      case '>' -> closed(Kind.PARTIAL, start, i + 1, close, trims);
      default -> closed(Kind.VALUE, start, i, close, trims);
    }
  }

  private void block(int start, int i, boolean trims) {
    char sign = i < text.length() ? text.charAt(i) : ' ';
    if (sign == '>') {
      closed(Kind.OPEN_PARTIAL, start, i + 1, close, trims);
    } else if (sign == '*') {
      closed(Kind.OPEN_INLINE, start, i + 1, close, trims);
    } else {
      closed(Kind.OPEN, start, i, close, trims);
    }
  }

  private void comment(int start, int i, boolean trims) {
    boolean dashes = text.startsWith("!--", i);
    int end = text.indexOf(dashes ? "--" : close, dashes ? i + 3 : i);
    while (dashes && end >= 0 && !text.startsWith(close, end + 2)) {
      if (text.startsWith("~" + close, end + 2)) {
        break;
      }
      end = text.indexOf("--", end + 1);
    }
    if (end < 0) {
      unclosed(start, "This comment", dashes ? "--" + close : close);
      at = text.length();
      return;
    }
    int closing = text.indexOf(close, end);
    add(Kind.SILENT, start, closing + close.length(), i, i, trims, text.charAt(closing - 1) == '~');
  }

  private void delimiters(int start, int i) {
    int end = text.indexOf("=" + close, i + 1);
    String[] both = end < 0 ? new String[0] : text.substring(i + 1, end).strip().split("\\s+", 3);
    if (both.length != 2) {
      unclosed(start, "This change of delimiters", "=" + close);
      at = start + open.length();
      return;
    }
    int after = end + 1 + close.length();
    open = both[0];
    close = both[1];
    add(Kind.SILENT, start, after, i, i, false, false);
  }

  /** {@code {{{{raw}}}}…{{{{/raw}}}}}: what stands between is text. */
  private void raw(int start) {
    int nameEnd = text.indexOf("}}}}", start);
    String name = nameEnd < 0 ? "" : text.substring(start + 4, nameEnd).strip();
    int end = nameEnd < 0 ? -1 : text.indexOf("{{{{/" + name + "}}}}", nameEnd);
    if (end < 0) {
      unclosed(start, "This raw block", "{{{{/" + (name.isEmpty() ? "raw" : name) + "}}}}");
      at = text.length();
      return;
    }
    add(Kind.SILENT, start, nameEnd + 4, start + 4, nameEnd, false, false);
    if (end > nameEnd + 4) {
      pieces.add(Piece.text(Kind.TEXT, nameEnd + 4, end));
    }
    int after = end + name.length() + 9;
    add(Kind.SILENT, end, after, end + 5, after - 4, false, false);
  }

  /** A tag whose content runs up to its delimiter; strings and brackets may hold anything. */
  private void closed(Kind kind, int start, int contentStart, String closing, boolean trims) {
    int i = contentStart;
    int depth = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (ends(i, closing)) {
        finish(kind, start, contentStart, i, closing, trims, depth);
        return;
      }
      if (c == '"' || c == '\'' || c == '[') {
        int after = afterQuoted(i, c == '[' ? ']' : c);
        if (after < 0) {
          problem("A `" + c + "` in this tag is never closed.", i, "");
          at = start + open.length();
          return;
        }
        i = after;
        continue;
      }
      if (text.startsWith(open, i)) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > MAX_NESTING) {
        problem("Expressions are nested deeper than " + MAX_NESTING + " levels.", start, "");
        at = text.length();
        return;
      }
      i++;
    }
    unclosed(start, "This tag", closing);
    at = Math.max(i, start + open.length());
  }

  private boolean ends(int i, String closing) {
    return text.startsWith(closing, i)
        || closing.length() > close.length() && text.startsWith("}~" + close, i);
  }

  private void finish(
      Kind kind, int start, int contentStart, int i, String closing, boolean trims, int depth) {
    boolean triple = closing.length() > close.length();
    boolean trimsAfter = triple ? text.charAt(i + 1) == '~' : text.charAt(i - 1) == '~';
    int contentEnd = !triple && trimsAfter ? i - 1 : i;
    int end = i + closing.length() + (triple && trimsAfter ? 1 : 0);
    Kind actual = kind == Kind.VALUE && isElse(contentStart, contentEnd) ? Kind.ELSE : kind;
    if (kind == Kind.OPEN_INVERSE && text.substring(contentStart, contentEnd).isBlank()) {
      actual = Kind.ELSE;
    }
    if (depth != 0) {
      String which =
          depth > 0 ? "`(` in this tag is never closed." : "`)` in this tag closes nothing.";
      problem("A " + which, start, "");
    }
    add(actual, start, end, contentStart, contentEnd, trims, trimsAfter);
  }

  private boolean isElse(int start, int end) {
    String content = text.substring(start, end).strip();
    return content.equals("else")
        || content.startsWith("else") && Character.isWhitespace(content.charAt(4));
  }

  private int afterQuoted(int from, char quote) {
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return -1;
  }

  private void add(
      Kind kind, int start, int end, int from, int to, boolean trimsBefore, boolean trimsAfter) {
    pieces.add(new Piece(kind, start, end, from, to, trimsBefore, trimsAfter));
    at = end;
  }

  private void unclosed(int start, String what, String closing) {
    problem(what + " is never closed.", start, "Close it by `" + closing + "`.");
  }

  private void problem(String message, int place, String hint) {
    problems.add(Problem.error("template.syntax", message).at(lines.at(source, place)).hint(hint));
  }
}
