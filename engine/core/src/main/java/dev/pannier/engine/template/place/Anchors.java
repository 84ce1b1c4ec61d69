package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.template.language.LineStarts;
import dev.pannier.engine.template.language.MarkedText;
import java.util.Arrays;

/** What wrote a text, piece by piece: a place of a template, or a value. */
final class Anchors {

  private int[] offsets = new int[64];
  private int[] origins = new int[64];
  private int count;

  /** From an offset on a place wrote the text. */
  void place(int offset, int place) {
    add(offset, place);
  }

  /** From an offset on an insertion wrote the text. */
  void insertion(int offset, int insertion) {
    add(offset, ~insertion);
  }

  private void add(int offset, int origin) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      origins = Arrays.copyOf(origins, count * 2);
    }
    offsets[count] = offset;
    origins[count++] = origin;
  }

  int size() {
    return count;
  }

  int offset(int index) {
    return offsets[index];
  }

  boolean isInsertion(int index) {
    return origins[index] < 0;
  }

  int place(int index) {
    return origins[index];
  }

  int insertion(int index) {
    return ~origins[index];
  }

  /** The last anchor at or before an offset, else the first; -1 where there is none. */
  int before(int offset) {
    int found = Arrays.binarySearch(offsets, 0, count, offset);
    if (found >= 0) {
      while (found + 1 < count && offsets[found + 1] == offset) {
        found++;
      }
      return found;
    }
    return count == 0 ? -1 : Math.max(-found - 2, 0);
  }

  /** The place that wrote what stands at an offset; unknown where nothing is known. */
  Location origin(LineStarts lines, int offset, MarkedText marked) {
    int at = before(offset);
    if (at < 0) {
      return Location.unknown();
    }
    int line = lines.line(offset);
    if (at + 1 < count && lines.line(offsets[at]) < line && lines.line(offsets[at + 1]) == line) {
      at++;
    }
    if (isInsertion(at)) {
      return marked.insertions().get(insertion(at)).place();
    }
    Location place = marked.places().apply(place(at));
    int ahead = offset - offsets[at];
    boolean moves = ahead != 0 && line == lines.line(offsets[at]);
    return moves ? place.source().at(place.line(), Math.max(place.column() + ahead, 1)) : place;
  }
}
