package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Tells in our words what the YAML library found wrong. */
final class SyntaxProblem {

  private SyntaxProblem() {}

  static Problem of(YAMLException e, Function<@Nullable Mark, Location> place, Source source) {
    if (e instanceof ReaderException unreadable) {
      return unreadable(unreadable, source);
    }
    if (!(e instanceof MarkedYAMLException marked) || marked.getProblem() == null) {
      return Problem.error("yaml.syntax", "This is not YAML: " + e.getMessage() + ".")
          .at(source.whole());
    }
    Problem told = told(marked.getProblem()).at(place.apply(marked.getProblemMark()));
    Mark context = marked.getContextMark();
    Mark problem = marked.getProblemMark();
    return context == null || problem == null || context.getLine() == problem.getLine()
        ? told
        : told.note(opened(marked.getContext()), place.apply(context));
  }

  /** Where a mark of the library stands: it counts code points, we count UTF-16 units. */
  static Location place(@Nullable Mark mark, Source source, SourceMap map) {
    if (mark == null) {
      return map.origin(1, 1);
    }
    String line = source.line(mark.getLine() + 1);
    int points = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
    return map.origin(mark.getLine() + 1, line.offsetByCodePoints(0, points) + 1);
  }

  private static Problem unreadable(ReaderException e, Source source) {
    int line = 1;
    int lineStart = 0;
    int at = Math.clamp(e.getPosition(), 0, source.text().length());
    for (int i = 0; i < at; i++) {
      if (source.text().charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String code = String.format("U+%04X", e.getCodePoint());
    return Problem.error("yaml.character", "The character " + code + " is not allowed in YAML.")
        .at(source.at(line, at - lineStart + 1))
        .hint("Write it as an escape in double quotes.");
  }

  private static Problem told(String problem) {
    if (problem.contains("'\\t(TAB)'") || problem.contains("found a tab character")) {
      return syntax("A tab stands where YAML wants blanks.", "Indent with blanks.");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return syntax(
          "A `:` opens a value where none can stand.",
          "Quote the text if it holds `: `; else look at the indentation.");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return syntax("A key without `:` stands here.", "Write `key: value`, or quote the text.");
    }
    if (problem.startsWith("unexpected character found")) {
      return syntax(
          "Only a name can follow `*` or `&` where a value begins.",
          "Quote the value if it shall begin with that character.");
    }
    if (problem.startsWith("expected <block end>")) {
      return syntax(
          "This line does not fit the block it stands in.",
          "Look at its indentation and at the lines before it.");
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return syntax("A quote that was opened is never closed.", "Close it.");
    }
    if (problem.contains("that cannot start any token")) {
      String character = problem.replaceAll("^found character '(.).*$", "$1");
      return syntax("No value can begin with `" + character + "`.", "Quote the value.");
    }
    if (problem.startsWith("expected ',' or ']'") || problem.startsWith("expected ',' or '}'")) {
      return syntax(
          "A `" + problem.charAt(problem.indexOf("or '") + 4) + "` is missing.",
          "Close what was opened, or part the entries by commas.");
    }
    return syntax("This is not YAML: " + problem.replace('\n', ' ') + ".", "");
  }

  private static Problem syntax(String message, String hint) {
    return Problem.error("yaml.syntax", message).hint(hint);
  }

  private static String opened(@Nullable String context) {
    return context == null || context.contains("block") ? "the block begins here" : "begun here";
  }
}
