package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.template.language.LineStarts;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document in which all values stand in their places, and what wrote each piece of it. */
public final class PlacedDocument implements SourceMap {

  private final MarkedText marked;
  private final String text;
  private final LineStarts lines;
  private final Anchors anchors = new Anchors();
  private final Map<Integer, List<Integer>> starts = new HashMap<>();
  private final Origins origins;

  PlacedDocument(Draft draft, List<Edit> edits, Origins origins) {
    this.marked = draft.marked();
    this.origins = origins;
    StringBuilder out = new StringBuilder(draft.text().length() + 256);
    int at = 0;
    int anchor = 0;
    for (Edit edit : edits) {
      anchor = copy(draft, at, edit.start(), anchor, out);
      write(edit, beginsWithValue(draft.text(), edit), out);
      at = edit.end();
      while (anchor < draft.anchors().size() && draft.anchors().offset(anchor) < at) {
        anchor++;
      }
    }
    copy(draft, at, draft.text().length(), anchor, out);
    text = out.toString();
    lines = new LineStarts(text);
  }

  private int copy(Draft draft, int from, int to, int firstAnchor, StringBuilder out) {
    Anchors before = draft.anchors();
    int anchor = firstAnchor;
    while (anchor < before.size() && before.offset(anchor) < to) {
      if (!before.isInsertion(anchor)) {
        anchors.place(out.length() + before.offset(anchor) - from, before.place(anchor));
      }
      anchor++;
    }
    out.append(draft.text(), from, to);
    return anchor;
  }

  /** Whether no text of the template comes first. */
  private static boolean beginsWithValue(String text, Edit edit) {
    int at = edit.start();
    while (at < edit.end() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
      at++;
    }
    return at < edit.end() && text.charAt(at) == Marks.VALUE;
  }

  private void write(Edit edit, boolean value, StringBuilder out) {
    int start = out.length();
    out.append(edit.text());
    int content = start;
    while (content < out.length() && Character.isWhitespace(out.charAt(content))) {
      content++;
    }
    if (value) {
      edit.insertions().forEach(number -> anchors.insertion(start, number));
    }
    starts.merge(
        content,
        edit.insertions(),
        (earlier, later) -> {
          List<Integer> both = new ArrayList<>(earlier);
          both.addAll(later);
          return both;
        });
  }

  /** The document as YAML. */
  public String text() {
    return text;
  }

  @Override
  public Location origin(int line, int column) {
    int offset = lines.offset(line, column);
    Location place = anchors.origin(lines, offset, marked);
    List<Integer> values = starts.get(offset);
    if (values == null) {
      int anchor = anchors.before(offset);
      if (anchor >= 0 && anchors.isInsertion(anchor)) {
        origins.keep(place, List.of(marked.insertions().get(anchors.insertion(anchor))));
      }
      return place;
    }
    List<Insertion> insertions = new ArrayList<>(values.size());
    for (int number : values) {
      insertions.add(marked.insertions().get(number));
    }
    return origins.register(place, insertions);
  }

  /** Whether a text holds a mark of a value. */
  static boolean hasValues(String text) {
    return text.indexOf(Marks.VALUE) >= 0;
  }
}
