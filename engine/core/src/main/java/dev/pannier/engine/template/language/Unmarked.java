package dev.pannier.engine.template.language;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Rendered text whose lines are indented as they shall be, and of whose marks only those of values
 * are left. Where its pieces come from is kept beside it.
 */
public final class Unmarked {

  private final StringBuilder out;
  private int[] offsets = new int[64];
  private int[] places = new int[64];
  private int count;
  private int[] indents = new int[8];
  private int[] begun = new int[8];
  private int depth;
  private int indent;

  private Unmarked(String text) {
    out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      at += step(text, at);
    }
  }

  /** Takes the marks out of a text. */
  public static Unmarked of(String text) {
    return new Unmarked(text);
  }

  /** A text as people read it, each value in its plain form. */
  public static String flatten(String text, List<Insertion> insertions) {
    if (Marks.find(text) < 0) {
      return text;
    }
    StringBuilder marked = Unmarked.of(text).out;
    StringBuilder flat = new StringBuilder(marked.length());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == Marks.VALUE) {
        flat.append(plain(insertions.get(Marks.number(marked, i)).value()));
        i += Marks.LENGTH - 1;
      } else {
        flat.append(c);
      }
    }
    return flat.toString();
  }

  /** A value as text: null is nothing, a map or list is YAML on one line. */
  public static String plain(Node value) {
    if (value instanceof NullNode) {
      return "";
    }
    return value instanceof ScalarNode scalar ? scalar.text() : YamlWriter.flow(value);
  }

  private int step(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case Marks.PLACE -> {
        startLine();
        place(Marks.number(text, at));
        return Marks.LENGTH;
      }
      case Marks.VALUE -> {
        startLine();
        out.append(text, at, at + Marks.LENGTH);
        return Marks.LENGTH;
      }
      case Marks.INDENT -> {
        push(Marks.number(text, at));
        return Marks.LENGTH;
      }
      case Marks.DEDENT -> pop();
      case Marks.BRACE -> write('{');
      case Marks.BACKSLASH -> write('\\');
      default -> write(c);
    }
    return 1;
  }

  private void write(char c) {
    if (c != '\n') {
      startLine();
    }
    out.append(c);
  }

  private boolean atLineStart() {
    return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
  }

  private void startLine() {
    if (indent > 0 && atLineStart()) {
      out.repeat(' ', indent);
    }
  }

  private void push(int columns) {
    if (depth == indents.length) {
      indents = Arrays.copyOf(indents, depth * 2);
      begun = Arrays.copyOf(begun, depth * 2);
    }
    begun[depth] = out.length();
    indents[depth++] = columns;
    indent += columns;
  }

  private void pop() {
    indent -= indents[--depth];
    if (out.length() > begun[depth] && !atLineStart()) {
      out.append('\n');
    }
  }

  private void place(int number) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    offsets[count] = out.length();
    places[count++] = number;
  }

  /** The text. */
  public String text() {
    return out.toString();
  }

  /** How many places are known. */
  public int placeCount() {
    return count;
  }

  /** Where in the text what a place wrote begins; ascending. */
  public int offset(int index) {
    return offsets[index];
  }

  /** The number of the place. */
  public int placeAt(int index) {
    return places[index];
  }
}
