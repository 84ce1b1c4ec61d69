package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.LineStarts;
import java.util.Arrays;

/**
 * A template as the library gets it: plain tags, each line as it will be written, with marks that
 * tell where text comes from.
 *
 * @param file the name of the template
 * @param source the template as its author wrote it
 * @param text what the library compiles
 * @param madeAt indexes of the text, ascending
 * @param writtenAt for each of them the index of the source that is copied from there on; its
 *     complement where the text that follows is made for what stands there
 * @param definesPartials whether inline partials stand in it
 * @param firstPlace the number of the first place mark
 * @param places for each place mark, from the first on, the index of the source
 */
record Canonical(
    TemplateName file,
    Source source,
    String text,
    LineStarts madeLines,
    LineStarts writtenLines,
    int[] madeAt,
    int[] writtenAt,
    boolean definesPartials,
    int firstPlace,
    int[] places) {

  /** The place in the source of what the library names by a line from 1 and a column from 0. */
  Location at(int line, int column) {
    int index = Math.min(madeLines.start(line) + column, text.length());
    int found = Arrays.binarySearch(madeAt, index);
    int segment = Math.max(found >= 0 ? found : -found - 2, 0);
    if (madeAt.length == 0) {
      return source.whole();
    }
    int from = writtenAt[segment];
    int moved = from < 0 ? ~from : from + Math.max(index - madeAt[segment], 0);
    return writtenLines.at(source, Math.min(moved, source.text().length()));
  }

  Location place(int place) {
    return writtenLines.at(source, places[place - firstPlace]);
  }
}
