package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.ScalarPlace;
import dev.pannier.engine.yaml.ScalarPlace.Role;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlText;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** Decides for each value of a draft how it is written where it stands. */
final class Placement {

  /** What a simple key may have, escapes included; YAML allows 1024. */
  private static final int LONGEST_KEY = 1000;

  private final Draft draft;
  private final String text;
  private final Problems problems;
  private final List<Edit> edits = new ArrayList<>();
  private final MixedText mixed;

  private Placement(Draft draft, Problems problems) {
    this.draft = draft;
    this.text = draft.text();
    this.problems = problems;
    this.mixed = new MixedText(draft, problems);
  }

  /** The edits that put all values of a draft in their places, ascending. */
  static List<Edit> of(Draft draft, List<ScalarPlace> scalars, Problems problems) {
    Placement placement = new Placement(draft, problems);
    int done = 0;
    for (ScalarPlace scalar : scalars) {
      placement.outside(done, scalar.start());
      if (text(placement, scalar)) {
        placement.scalar(scalar);
      }
      done = Math.max(done, scalar.end());
    }
    placement.outside(done, placement.text.length());
    placement.edits.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return placement.edits;
  }

  private static boolean text(Placement placement, ScalarPlace scalar) {
    int mark = placement.text.indexOf(Marks.VALUE, scalar.start());
    return mark >= 0 && mark < scalar.end();
  }

  /** Values between scalars stand in comments, or where no value can stand. */
  private void outside(int from, int to) {
    for (int mark = text.indexOf(Marks.VALUE, from);
        mark >= 0 && mark < to;
        mark = text.indexOf(Marks.VALUE, mark + 1)) {
      int number = Marks.number(text, mark);
      if (isComment(Math.max(from, draft.lineStart(mark)), mark)) {
        String plain = CommentText.of(draft.value(number));
        edits.add(new Edit(draft.startOf(mark), draft.endOf(mark), plain, List.of(number)));
      } else {
        problems.add(
            Problem.error(
                    "template.wrong-place",
                    "A value cannot stand in a tag, an anchor or a directive.")
                .at(place(number))
                .hint("Write it there as text: `{{{ }}}`."));
      }
    }
  }

  private boolean isComment(int from, int mark) {
    for (int i = from; i < mark; i++) {
      if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private void scalar(ScalarPlace scalar) {
    switch (scalar.style()) {
      case PLAIN -> plain(scalar);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> edits.addAll(quoted(scalar));
      case LITERAL, FOLDED -> edits.addAll(mixed.block(scalar));
    }
  }

  private void plain(ScalarPlace scalar) {
    boolean whole =
        text.charAt(scalar.start()) == Marks.VALUE && scalar.end() == scalar.start() + Marks.LENGTH;
    if (!whole) {
      edits.add(key(scalar, mixed.plain(scalar)));
      return;
    }
    int number = Marks.number(text, scalar.start());
    if (draft.isEntry(number)) {
      entries(scalar, number);
    } else {
      whole(scalar, number, draft.value(number));
    }
  }

  private Edit key(ScalarPlace scalar, Edit edit) {
    checkKey(scalar, List.of(edit));
    return edit;
  }

  private List<Edit> quoted(ScalarPlace scalar) {
    List<Edit> written = mixed.quoted(scalar);
    checkKey(scalar, written);
    return written;
  }

  private void checkKey(ScalarPlace scalar, List<Edit> written) {
    int length = scalar.end() - scalar.start();
    for (Edit edit : written) {
      length += edit.text().length() - (edit.end() - edit.start());
    }
    if (scalar.role() == Role.KEY && length > LONGEST_KEY) {
      int number = written.getFirst().insertions().getFirst();
      Problem problem =
          Problem.error(
                  "template.long-key", "This key is longer than " + LONGEST_KEY + " characters.")
              .at(place(number))
              .hint("YAML has no longer keys on one line; shorten the value.");
      Location set = draft.value(number).origin();
      problems.add(set.isKnown() ? problem.note("the value is set here", set) : problem);
    }
  }

  private Location place(int number) {
    return draft.marked().insertions().get(number).place();
  }

  /** A map or list that has a line for itself. */
  private void entries(ScalarPlace scalar, int number) {
    Node value = draft.value(number);
    int start = draft.startOf(scalar.start());
    int end = draft.endOf(scalar.start());
    if (scalar.flow()) {
      edits.add(new Edit(start, end, YamlWriter.flow(value), List.of(number)));
      return;
    }
    boolean empty =
        value instanceof MapNode map && map.isEmpty()
            || value instanceof ListNode list && list.isEmpty()
            || value instanceof NullNode;
    if (!empty) {
      StringBuilder out = new StringBuilder();
      YamlWriter.block(value, start - draft.lineStart(start), out);
      edits.add(new Edit(start, afterBlanks(end), out.toString(), List.of(number)));
      return;
    }
    SiblingLines siblings = new SiblingLines(draft, scalar.start());
    if (siblings.hasEntries() || siblings.hasEmptyBefore() || !siblings.isNested()) {
      int lineStart = draft.lineStart(start);
      int next = Math.min(draft.lineEnd(end) + 1, text.length());
      edits.add(new Edit(lineStart, next, "", List.of(number)));
    } else {
      String blanks = siblings.isLevelWithKey() ? "  " : "";
      edits.add(new Edit(start, end, blanks + YamlWriter.flow(value), List.of(number)));
    }
  }

  /** A value that is all there is. */
  private void whole(ScalarPlace scalar, int number, Node value) {
    List<Integer> insertions = List.of(number);
    if (scalar.role() == Role.KEY) {
      edits.add(key(scalar, mixed.plain(scalar)));
      return;
    }
    if (scalar.flow()) {
      edits.add(new Edit(scalar.start(), scalar.end(), YamlWriter.flow(value), insertions));
      return;
    }
    switch (value) {
      case TextNode string -> edits.add(string(scalar, string, insertions));
      case ScalarNode other ->
          edits.add(new Edit(scalar.start(), scalar.end(), other.text(), insertions));
      case MapNode map -> edits.add(collection(scalar, map, map.isEmpty(), 2, insertions));
      case ListNode list -> edits.add(collection(scalar, list, list.isEmpty(), 0, insertions));
    }
  }

  private Edit string(ScalarPlace scalar, TextNode string, List<Integer> insertions) {
    String value = string.text();
    boolean lines =
        value.indexOf('\n') >= 0
            && !value.endsWith("\n\n")
            && scalar.role() != Role.ALONE
            && endsLine(scalar);
    if (lines && YamlText.isLiteral(value)) {
      StringBuilder out = new StringBuilder();
      YamlWriter.block(string, scalar.column() + 2, out);
      return new Edit(scalar.start(), afterBlanks(scalar.end()), out.toString(), insertions);
    }
    return new Edit(scalar.start(), scalar.end(), YamlText.inBlock(value), insertions);
  }

  private Edit collection(
      ScalarPlace scalar, Node value, boolean empty, int further, List<Integer> insertions) {
    boolean flow = empty || scalar.marked() || scalar.role() == Role.ALONE || !endsLine(scalar);
    if (flow) {
      return new Edit(scalar.start(), scalar.end(), YamlWriter.flow(value), insertions);
    }
    StringBuilder out = new StringBuilder();
    if (scalar.role() == Role.ITEM) {
      YamlWriter.block(value, scalar.start() - draft.lineStart(scalar.start()), out);
      return new Edit(scalar.start(), afterBlanks(scalar.end()), out.toString(), insertions);
    }
    int column = scalar.column() + further;
    out.append('\n').repeat(' ', column);
    YamlWriter.block(value, column, out);
    int start = scalar.start();
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    return new Edit(start, afterBlanks(scalar.end()), out.toString(), insertions);
  }

  /** Whether nothing but blanks follows on the line. */
  private boolean endsLine(ScalarPlace scalar) {
    int end = afterBlanks(scalar.end());
    return end >= text.length() || text.charAt(end) == '\n';
  }

  /** Behind the blanks from here on: at the end of a literal block they would belong to it. */
  private int afterBlanks(int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }
}
