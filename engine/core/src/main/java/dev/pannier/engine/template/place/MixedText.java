package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.ScalarPlace;
import dev.pannier.engine.yaml.ScalarPlace.Style;
import dev.pannier.engine.yaml.YamlText;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes values into scalars that hold further text. */
final class MixedText {

  private final Draft draft;
  private final String text;
  private final Problems problems;

  MixedText(Draft draft, Problems problems) {
    this.draft = draft;
    this.text = draft.text();
    this.problems = problems;
  }

  /** A plain scalar becomes one string, quoted as soon as it would read as anything else. */
  Edit plain(ScalarPlace scalar) {
    List<Integer> numbers = numbers(scalar);
    String value = flat(scalar.value(), false);
    String written = scalar.flow() ? YamlText.inFlow(value) : YamlText.inBlock(value);
    return new Edit(scalar.start(), scalar.end(), written, numbers);
  }

  List<Edit> quoted(ScalarPlace scalar) {
    boolean oneLine = text.substring(scalar.start(), scalar.end()).indexOf('\n') < 0;
    boolean single = scalar.style() == Style.SINGLE_QUOTED;
    if (!oneLine || single && !fits(scalar)) {
      return List.of(doubled(scalar, flat(scalar.value(), false), ""));
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.start(scalar.start(), numbers(scalar)));
    for (int mark : marks(scalar)) {
      int number = Marks.number(text, mark);
      String value = plainText(number, false);
      StringBuilder out = new StringBuilder();
      if (single) {
        out.append(value.replace("'", "''"));
      } else {
        YamlText.escape(value, out);
      }
      edits.add(new Edit(mark, mark + Marks.LENGTH, out.toString(), List.of(number)));
    }
    return edits;
  }

  /** Blanks at a line's end survive in quotes only where no line ends, which is checked before. */
  private boolean fits(ScalarPlace scalar) {
    for (int mark : marks(scalar)) {
      String value = plainText(Marks.number(text, mark), false);
      if (!value.isEmpty() && !YamlText.isSingle(value)) {
        return false;
      }
    }
    return true;
  }

  List<Edit> block(ScalarPlace scalar) {
    BlockScalar block = new BlockScalar(text, scalar);
    List<Edit> comments = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    boolean inPlace = block.indent() > 0;
    for (int mark : marks(scalar)) {
      int number = Marks.number(text, mark);
      if (mark < block.contentStart()) {
        String comment = CommentText.of(draft.value(number));
        comments.add(new Edit(mark, mark + Marks.LENGTH, comment, List.of(number)));
        continue;
      }
      String value = plainText(number, true);
      inPlace &= block.takes(value, block.isFirst(draft.startOf(mark)));
      String written = indented(value, block.indent());
      edits.add(new Edit(draft.startOf(mark), draft.endOf(mark), written, List.of(number)));
    }
    if (!inPlace && !edits.isEmpty()) {
      String value = block.chomp(flat(scalar.value(), true));
      String end = text.charAt(scalar.end() - 1) == '\n' ? "\n" : "";
      return List.of(doubled(scalar, value, end));
    }
    comments.addAll(edits);
    comments.add(Edit.start(scalar.start(), numbers(scalar)));
    return comments;
  }

  private static String indented(String value, int indent) {
    if (value.indexOf('\n') < 0) {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length() + 64);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.append(c);
      if (c == '\n' && i + 1 < value.length() && value.charAt(i + 1) != '\n') {
        out.repeat(' ', indent);
      }
    }
    if (value.endsWith("\n")) {
      out.repeat(' ', indent);
    }
    return out.toString();
  }

  private Edit doubled(ScalarPlace scalar, String value, String end) {
    String written = YamlText.doubled(value) + end;
    return new Edit(scalar.start(), scalar.end(), written, numbers(scalar));
  }

  private List<Integer> marks(ScalarPlace scalar) {
    List<Integer> marks = new ArrayList<>(2);
    for (int mark = text.indexOf(Marks.VALUE, scalar.start());
        mark >= 0 && mark < scalar.end();
        mark = text.indexOf(Marks.VALUE, mark + 1)) {
      marks.add(mark);
    }
    return marks;
  }

  private List<Integer> numbers(ScalarPlace scalar) {
    List<Integer> numbers = new ArrayList<>(2);
    for (int mark : marks(scalar)) {
      numbers.add(Marks.number(text, mark));
    }
    return numbers;
  }

  /** What a scalar says once its marks are replaced by their values. */
  private String flat(String marked, boolean collections) {
    StringBuilder out = new StringBuilder(marked.length());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c != Marks.VALUE) {
        out.append(c);
        continue;
      }
      int number = Marks.number(marked, i);
      if (draft.isListEntry(number)) {
        out.setLength(out.length() - 2);
      }
      out.append(plainText(number, collections));
      i += Marks.LENGTH - 1;
      if (draft.isMapEntry(number)) {
        i++;
      }
    }
    return out.toString();
  }

  private String plainText(int number, boolean collections) {
    Insertion insertion = draft.marked().insertions().get(number);
    Node value = insertion.value();
    if (value instanceof ScalarNode) {
      return Unmarked.plain(value);
    }
    if (collections) {
      String yaml = YamlWriter.write(value);
      return yaml.substring(0, yaml.length() - 1);
    }
    problems.add(collection(value).at(insertion.place()));
    return "";
  }

  private static Problem collection(Node value) {
    Problem problem =
        Problem.error(
                "template.collection-in-text",
                "A " + value.typeName() + " stands where text must stand.")
            .hint(
                value instanceof MapNode map && !map.isEmpty()
                    ? "Name one of its keys, such as `%s`; or write it as text by `toJson`."
                        .formatted(map.keys().iterator().next())
                    : "Write it as text by `toJson`, or give it a place of its own.");
    return value.origin().isKnown()
        ? problem.note("the value is set here", value.origin())
        : problem;
  }
}
