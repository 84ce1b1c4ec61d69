package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.template.language.LineStarts;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.BitSet;

/**
 * A document with marks where values shall stand. A map or list that has a line for itself is
 * written as an entry, {@code mark:} or {@code - mark}, so that a scanner sees that entries begin
 * there.
 */
final class Draft implements SourceMap {

  private final MarkedText marked;
  private final String text;
  private final Anchors anchors = new Anchors();
  private final BitSet maps = new BitSet();
  private final BitSet lists = new BitSet();

  /**
   * Takes a part of rendered text.
   *
   * @param asEntries whether lists and maps on lines of their own are written as entries
   */
  Draft(MarkedText marked, Unmarked all, int start, int end, boolean asEntries) {
    this.marked = marked;
    String whole = all.text();
    StringBuilder out = new StringBuilder(end - start + 64);
    int place = firstPlace(all, start);
    int at = start;
    while (at < end) {
      while (place < all.placeCount() && all.offset(place) <= at) {
        anchors.place(out.length(), all.placeAt(place++));
      }
      char c = whole.charAt(at);
      if (c == Marks.VALUE) {
        value(whole, at, start, end, out, asEntries);
        at += Marks.LENGTH;
      } else {
        out.append(c);
        at++;
      }
    }
    text = out.toString();
  }

  private static int firstPlace(Unmarked all, int start) {
    int place = 0;
    while (place < all.placeCount() && all.offset(place) < start) {
      place++;
    }
    return place;
  }

  private void value(
      String whole, int at, int start, int end, StringBuilder out, boolean asEntries) {
    int number = Marks.number(whole, at);
    anchors.insertion(out.length(), number);
    Node value = marked.insertions().get(number).value();
    boolean entries = asEntries && hasLine(whole, at, start, end);
    if (entries && value instanceof ListNode) {
      lists.set(number);
      out.append("- ");
    }
    out.append(whole, at, at + Marks.LENGTH);
    if (entries && (value instanceof MapNode || value instanceof NullNode && !isValue(whole, at))) {
      maps.set(number);
      out.append(':');
    }
  }

  private static boolean hasLine(String text, int at, int start, int end) {
    int before = at - 1;
    while (before >= start && text.charAt(before) == ' ') {
      before--;
    }
    int after = at + Marks.LENGTH;
    while (after < end && (text.charAt(after) == ' ' || text.charAt(after) == '\t')) {
      after++;
    }
    return (before < start || text.charAt(before) == '\n')
        && (after >= end || text.charAt(after) == '\n');
  }

  /** Whether a key stands before, whose value this is. */
  private static boolean isValue(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before >= 0 && text.charAt(before) == ':';
  }

  String text() {
    return text;
  }

  MarkedText marked() {
    return marked;
  }

  Anchors anchors() {
    return anchors;
  }

  Node value(int number) {
    return marked.insertions().get(number).value();
  }

  /** Whether a value was written as the key of an entry, with a colon behind its mark. */
  boolean isMapEntry(int number) {
    return maps.get(number);
  }

  /** Whether a value was written as an item, with a dash and a blank before its mark. */
  boolean isListEntry(int number) {
    return lists.get(number);
  }

  boolean isEntry(int number) {
    return isMapEntry(number) || isListEntry(number);
  }

  boolean hasEntries() {
    return !maps.isEmpty() || !lists.isEmpty();
  }

  /** Where what belongs to a mark begins. */
  int startOf(int mark) {
    return isListEntry(Marks.number(text, mark)) ? mark - 2 : mark;
  }

  /** Where what belongs to a mark ends. */
  int endOf(int mark) {
    return mark + Marks.LENGTH + (isMapEntry(Marks.number(text, mark)) ? 1 : 0);
  }

  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  @Override
  public Location origin(int line, int column) {
    LineStarts lines = new LineStarts(text);
    return anchors.origin(lines, lines.offset(line, column), marked);
  }

  /** A problem of the scanner, told of the value it has to do with. */
  Problem explained(Problem problem) {
    for (Insertion insertion : marked.insertions()) {
      if (!isAbout(problem, insertion.place()) || !(insertion.value() instanceof ScalarNode)) {
        continue;
      }
      Problem told =
          Problem.error(
                  "template.wrong-place",
                  "This "
                      + insertion.value().typeName()
                      + " stands where a key and its value must"
                      + " stand.")
              .at(insertion.place())
              .hint("Write a key before it, or give it text that belongs to the line before.");
      Location set = insertion.value().origin();
      return set.isKnown() ? told.note("the value is set here", set) : told;
    }
    return problem;
  }

  /** A value that is taken for a key is missed its colon where the next key stands. */
  private static boolean isAbout(Problem problem, Location place) {
    return problem.location() == place
        || problem.notes().stream().anyMatch(note -> note.location() == place);
  }
}
