package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.LineStarts;
import dev.pannier.engine.template.language.Marks;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Rewrites a template into the part of the language that the library does well. Standalone lines,
 * white space control, comments, delimiters and escapes are settled here; partials become calls of
 * our own helpers, because the library's lose indentation, refuse recursion and let the caller's
 * {@code size} shadow the partial's. Blocks are checked here too, for messages with both places.
 */
final class Canonicalizer {

  /** The helper that partials become. */
  static final String PARTIAL = "@partial";

  /** The helper that inline partials become. */
  static final String INLINE = "@inline";

  private static final int MAX_NESTING = 100;

  private record Open(String name, String canonical, Location place, boolean indented) {}

  private final TemplateName file;
  private final Source source;
  private final String text;
  private final LineStarts lines;
  private final Problems problems;
  private final int firstPlace;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> blocks = new ArrayDeque<>();
  private int[] madeAt = new int[32];
  private int[] writtenAt = new int[32];
  private int segments;
  private int[] places = new int[32];
  private int placeCount;
  private boolean definesPartials;

  private Canonicalizer(TemplateName file, Source source, int firstPlace, Problems problems) {
    this.file = file;
    this.source = source;
    this.text = source.text();
    this.lines = new LineStarts(text);
    this.firstPlace = firstPlace;
    this.problems = problems;
  }

  /** Rewrites a source whose lines end in line feeds; what is wrong goes to the problems. */
  static Canonical rewrite(TemplateName file, Source source, int firstPlace, Problems problems) {
    return new Canonicalizer(file, source, firstPlace, problems).rewrite();
  }

  private Canonical rewrite() {
    List<Piece> pieces = new TagScanner(source, lines, problems).scan();
    LineLayout layout = new LineLayout(text, pieces);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind().isText()) {
        text(layout.start(i), layout.end(i));
      } else {
        tag(piece, layout.column(i));
      }
    }
    for (Open open : blocks) {
      problem("The block `" + open.name + "` is never closed.", open.place, closing(open.name));
    }
    return new Canonical(
        file,
        source,
        out.toString(),
        new LineStarts(out.toString()),
        lines,
        Arrays.copyOf(madeAt, segments),
        Arrays.copyOf(writtenAt, segments),
        definesPartials,
        firstPlace,
        Arrays.copyOf(places, placeCount));
  }

  private static String closing(String name) {
    return "Close it by `{{/" + name + "}}`.";
  }

  /** Text, marked where it begins on each line; blanks are not worth a mark. */
  private void text(int start, int end) {
    boolean marked = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        marked = false;
      } else if (!marked && c != ' ') {
        place(i);
        marked = true;
      }
      out.append(c == '\\' ? Marks.BACKSLASH : c == '{' ? Marks.BRACE : c);
    }
  }

  private void place(int index) {
    if (placeCount == places.length) {
      places = Arrays.copyOf(places, placeCount * 2);
    }
    Marks.append(out, Marks.PLACE, firstPlace + placeCount);
    places[placeCount++] = index;
  }

  private void tag(Piece tag, int column) {
    made(tag.start());
    switch (tag.kind()) {
      case TEXT, LITERAL, SILENT -> {}
      case VALUE -> value(tag, "{{");
      case RAW_VALUE -> value(tag, "{{&");
      case ELSE -> otherwise(tag);
      case OPEN -> open(tag, "");
      case OPEN_INVERSE -> open(tag, "unless ");
      case OPEN_INLINE -> inline(tag);
      case PARTIAL -> {
        indent(column);
        made(afterBlanks(tag.contentStart()));
        out.append("{{&").append(PARTIAL).append(' ');
        partial(tag);
        out.append("}}");
        dedent(column >= 0);
      }
      case OPEN_PARTIAL -> {
        push(partialName(tag), PARTIAL, tag, column >= 0);
        indent(column);
        made(afterBlanks(tag.contentStart()));
        out.append("{{#").append(PARTIAL).append(' ');
        partial(tag);
        out.append("}}");
      }
      case CLOSE -> close(tag);
    }
  }

  private void value(Piece tag, String delimiter) {
    if (text.substring(tag.contentStart(), tag.contentEnd()).isBlank()) {
      problem("This tag is empty.", lines.at(source, tag.start()), "Name a value or a helper.");
      return;
    }
    out.append(delimiter);
    content(tag.contentStart(), tag.contentEnd());
    out.append("}}");
  }

  private void otherwise(Piece tag) {
    if (blocks.isEmpty()) {
      problem("This `else` stands in no block.", lines.at(source, tag.start()), "");
      return;
    }
    int contentStart = afterBlanks(tag.contentStart());
    int rest = contentStart < tag.contentEnd() ? contentStart + 4 : tag.contentEnd();
    out.append("{{else");
    content(rest, tag.contentEnd());
    out.append("}}");
  }

  private void open(Piece tag, String prefix) {
    int nameStart = afterBlanks(tag.contentStart());
    String name = word(nameStart, tag.contentEnd());
    String canonical = !prefix.isEmpty() ? prefix.strip() : name.equals("with") ? "@with" : name;
    push(name, canonical, tag, false);
    out.append("{{#");
    if (prefix.isEmpty()) {
      segment(nameStart);
      out.append(canonical);
      content(nameStart + name.length(), tag.contentEnd());
    } else {
      out.append(prefix);
      content(tag.contentStart(), tag.contentEnd());
    }
    out.append("}}");
  }

  private void inline(Piece tag) {
    int nameStart = afterBlanks(tag.contentStart());
    String name = word(nameStart, tag.contentEnd());
    push(name, INLINE, tag, false);
    definesPartials = true;
    if (!name.equals("inline")) {
      problem(
          "There is no decorator `" + name + "`.",
          lines.at(source, tag.start()),
          "Write `{{#*inline \"name\"}}` for a partial, `{{#" + name + "}}` for a block.");
    }
    out.append("{{#").append(INLINE);
    content(nameStart + name.length(), tag.contentEnd());
    out.append("}}");
  }

  private void push(String name, String canonical, Piece tag, boolean indented) {
    blocks.push(new Open(name, canonical, lines.at(source, tag.start()), indented));
    if (blocks.size() == MAX_NESTING + 1) {
      problem(
          "Blocks are nested deeper than " + MAX_NESTING + " levels.",
          lines.at(source, tag.start()),
          "Move the inner ones into a partial.");
    }
  }

  private void close(Piece tag) {
    String name = text.substring(tag.contentStart(), tag.contentEnd()).strip();
    Location place = lines.at(source, tag.start());
    if (blocks.isEmpty()) {
      problem("`{{/" + name + "}}` closes a block that was never opened.", place, "");
      return;
    }
    Open open = blocks.pop();
    if (!open.name.equals(name) && !open.name.startsWith("(")) {
      problems.add(
          Problem.error(
                  "template.syntax",
                  "`{{/" + name + "}}` stands where `{{/" + open.name + "}}` must stand.")
              .at(place)
              .note("the block opened here", open.place)
              .hint("Write `{{/" + open.name + "}}`, or close the blocks in the other order."));
    }
    out.append("{{/").append(open.canonical).append("}}");
    dedent(open.indented);
  }

  private void indent(int column) {
    if (column >= 0) {
      Marks.append(out, Marks.INDENT, column);
    }
  }

  private void dedent(boolean indented) {
    if (indented) {
      out.append(Marks.DEDENT);
    }
  }

  /** The name of a partial as a string, and what follows it. */
  private void partial(Piece tag) {
    int start = afterBlanks(tag.contentStart());
    char first = start < tag.contentEnd() ? text.charAt(start) : ' ';
    if (first == '(' || first == '"' || first == '\'') {
      content(start, tag.contentEnd());
      return;
    }
    String name = word(start, tag.contentEnd());
    if (name.isEmpty()) {
      problem("This tag names no partial.", lines.at(source, tag.start()), "");
    }
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    out.append('"').append(bracketed ? name.substring(1, name.length() - 1) : name).append('"');
    content(start + name.length(), tag.contentEnd());
  }

  private String partialName(Piece tag) {
    int start = afterBlanks(tag.contentStart());
    String name = word(start, tag.contentEnd());
    boolean quoted = name.length() > 1 && (name.charAt(0) == '"' || name.charAt(0) == '\'');
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  private int afterBlanks(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private String word(int from, int end) {
    int i = from;
    boolean bracketed = i < end && text.charAt(i) == '[';
    while (i < end && (bracketed || !Character.isWhitespace(text.charAt(i)))) {
      bracketed &= text.charAt(i) != ']';
      i++;
    }
    return text.substring(Math.min(from, end), Math.max(i, Math.min(from, end)));
  }

  private void content(int start, int end) {
    if (end > start) {
      segment(start);
      out.append(text, start, end);
    }
  }

  /** From here on the text is a copy of the source from an index on. */
  private void segment(int index) {
    from(index);
  }

  /** From here on the text is ours; all of it stands for one index of the source. */
  private void made(int index) {
    from(~index);
  }

  private void from(int origin) {
    if (segments == madeAt.length) {
      madeAt = Arrays.copyOf(madeAt, segments * 2);
      writtenAt = Arrays.copyOf(writtenAt, segments * 2);
    }
    madeAt[segments] = out.length();
    writtenAt[segments++] = origin;
  }

  private void problem(String message, Location place, String hint) {
    problems.add(Problem.error("template.syntax", message).at(place).hint(hint));
  }
}
