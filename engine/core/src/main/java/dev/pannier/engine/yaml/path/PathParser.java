package dev.pannier.engine.yaml.path;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a template of JSONPath. For one text. */
final class PathParser {

  private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

  private final Source source;
  private final String text;
  private int at;

  PathParser(Source source) {
    this.source = source;
    this.text = source.text();
  }

  List<Part> template() {
    List<Part> parts = parts(false);
    if (at < text.length()) {
      throw wrong("This `end` ends no `range`.");
    }
    return parts;
  }

  /** A path alone, without braces; the dot before its first key may be missing. */
  List<Step> path() {
    List<Step> steps = new ArrayList<>();
    if (!text.isEmpty() && "$.[@".indexOf(text.charAt(0)) < 0) {
      field(steps);
    }
    if (at < text.length() || steps.isEmpty()) {
      steps.addAll(steps());
    }
    if (at < text.length()) {
      throw wrong("The path must end here.");
    }
    return steps;
  }

  private List<Part> parts(boolean inRange) {
    List<Part> parts = new ArrayList<>();
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int end = open < 0 ? text.length() : open;
      if (end > at) {
        parts.add(new Part.Text(text.substring(at, end)));
      }
      at = end;
      if (open < 0) {
        break;
      }
      int start = at++;
      blanks();
      if (word("end")) {
        if (inRange) {
          close();
          return parts;
        }
        at = start;
        return parts;
      }
      part(parts);
    }
    if (inRange) {
      throw wrong("A `range` is not ended by `{end}`.");
    }
    return parts;
  }

  private void part(List<Part> parts) {
    if (word("range")) {
      blanks();
      List<Step> steps = steps();
      close();
      parts.add(new Part.Range(steps, parts(true)));
      return;
    }
    if (at < text.length() && text.charAt(at) == '}') {
      parts.add(new Part.Values(List.of()));
    }
    while (at < text.length() && text.charAt(at) != '}') {
      if (isQuote()) {
        parts.add(new Part.Text(quoted()));
      } else {
        parts.add(new Part.Values(steps()));
      }
      blanks();
    }
    close();
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$') {
        at++;
        steps.add(new Step.Root());
      } else if (c == '@' && at == start) {
        at++;
      } else if (text.startsWith("..", at)) {
        at += 2;
        steps.add(new Step.Below());
        field(steps);
      } else if (c == '.') {
        at++;
        field(steps);
      } else if (c == '[') {
        at++;
        steps.add(bracket());
      } else {
        break;
      }
    }
    if (at == start) {
      throw wrong("A path must stand here, such as `.image.tag`.");
    }
    return steps;
  }

  private void field(List<Step> steps) {
    if (at < text.length() && text.charAt(at) == '*') {
      at++;
      steps.add(new Step.Each());
      return;
    }
    StringBuilder name = new StringBuilder();
    while (at < text.length() && "[]{}().=!<>, \t\n\"'".indexOf(text.charAt(at)) < 0) {
      boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
      at += escaped ? 1 : 0;
      name.append(text.charAt(at++));
    }
    if (!name.isEmpty()) {
      steps.add(new Step.Field(name.toString()));
    }
  }

  private Step bracket() {
    List<Step> any = new ArrayList<>();
    do {
      blanks();
      any.add(inBracket());
      blanks();
    } while (taken(","));
    if (!taken("]")) {
      throw wrong("A `]` must stand here.");
    }
    return any.size() == 1 ? any.getFirst() : new Step.Any(any);
  }

  private Step inBracket() {
    if (taken("*")) {
      return new Step.Each();
    }
    if (taken("?(")) {
      return filter();
    }
    if (at < text.length() && isQuote()) {
      return new Step.Field(quoted());
    }
    Optional<Integer> start = number();
    if (!taken(":")) {
      return new Step.Item(start.orElseThrow(() -> wrong("A number must stand here.")));
    }
    Optional<Integer> end = number();
    int stride = taken(":") ? number().orElse(1) : 1;
    if (stride < 1) {
      throw wrong("The stride must be at least 1.");
    }
    return new Step.Slice(start, end, stride);
  }

  private Step filter() {
    blanks();
    Step.Operand left = operand();
    blanks();
    String operator = "";
    for (String each : OPERATORS) {
      if (operator.isEmpty() && taken(each)) {
        operator = each;
      }
    }
    blanks();
    Step.Operand right = operator.isEmpty() ? new Step.Operand.Constant(NullNode.NULL) : operand();
    blanks();
    if (!taken(")")) {
      throw wrong("A `)` must stand here.");
    }
    return new Step.Filter(left, operator, right);
  }

  private Step.Operand operand() {
    if (at < text.length() && isQuote()) {
      return new Step.Operand.Constant(TextNode.of(quoted()));
    }
    if (at < text.length() && "@.$".indexOf(text.charAt(at)) >= 0) {
      return new Step.Operand.Path(steps());
    }
    int start = at;
    while (at < text.length() && " )}]=!<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    Node value = YamlReader.read(new Source(source.name(), text.substring(start, at)));
    return new Step.Operand.Constant(value);
  }

  private Optional<Integer> number() {
    int start = at;
    at += at < text.length() && text.charAt(at) == '-' ? 1 : 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return at == start
          ? Optional.empty()
          : Optional.of(Integer.parseInt(text.substring(start, at)));
    } catch (NumberFormatException _) {
      throw wrong("`" + text.substring(start, at) + "` is no number of an item.");
    }
  }

  private boolean isQuote() {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  private String quoted() {
    char quote = text.charAt(at++);
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      out.append(c == '\\' && at < text.length() ? unescaped(text.charAt(at++)) : c);
    }
    if (at++ >= text.length()) {
      throw wrong("The quotes are not closed.");
    }
    return out.toString();
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  private boolean word(String word) {
    int end = at + word.length();
    boolean whole =
        text.startsWith(word, at)
            && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    at = whole ? end : at;
    return whole;
  }

  private boolean taken(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void close() {
    blanks();
    if (!taken("}")) {
      throw wrong("A `}` must stand here.");
    }
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private ChartException wrong(String message) {
    return Problem.error("values.path-syntax", message)
        .at(source.at(1, Math.min(at, text.length()) + 1))
        .exception();
  }
}
