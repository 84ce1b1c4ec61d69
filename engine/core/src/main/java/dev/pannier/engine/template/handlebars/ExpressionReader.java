package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.template.handlebars.Expression.Call;
import dev.pannier.engine.template.handlebars.Expression.Literal;
import dev.pannier.engine.template.handlebars.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands between the delimiters of a tag whose brackets and quotes are closed. */
final class ExpressionReader {

  private final String text;
  private final int end;
  private final List<String> parameters = new ArrayList<>();
  private int at;

  ExpressionReader(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** The tag's name and arguments. */
  Call call() {
    blanks();
    int start = at;
    String name = at < end && text.charAt(at) == '(' ? "" : word();
    return arguments(name, start);
  }

  /** The same of a partial's tag, whose name may be quoted or computed. */
  Call partial() {
    blanks();
    int start = at;
    char first = at < end ? text.charAt(at) : ' ';
    Expression name =
        first == '(' || first == '"' || first == '\''
            ? expression()
            : new Literal(unbracketed(word()), start);
    Call rest = arguments("", start);
    List<Expression> all = new ArrayList<>();
    all.add(name);
    all.addAll(rest.arguments());
    return new Call("", all, rest.named(), start);
  }

  /** What stands behind {@code as}: known once the tag was read. */
  List<String> parameters() {
    return parameters;
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private Call arguments(String name, int start) {
    List<Expression> arguments = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    blanks();
    while (at < end && text.charAt(at) != ')') {
      if (isParameters()) {
        readParameters();
      } else {
        int equals = equalsSign();
        if (equals > 0) {
          String key = text.substring(at, equals);
          at = equals + 1;
          blanks();
          named.put(key, expression());
        } else {
          arguments.add(expression());
        }
      }
      blanks();
    }
    return new Call(name, List.copyOf(arguments), named, start);
  }

  private boolean isParameters() {
    int after = at + 2;
    if (!text.startsWith("as", at) || after >= end || !Character.isWhitespace(text.charAt(after))) {
      return false;
    }
    while (after < end && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    return after < end && text.charAt(after) == '|';
  }

  private void readParameters() {
    int open = text.indexOf('|', at);
    int close = text.indexOf('|', open + 1);
    int until = close < 0 || close > end ? end : close;
    for (String name : text.substring(open + 1, until).strip().split("\\s+")) {
      parameters.add(name);
    }
    at = Math.min(until + 1, end);
  }

  /** Where the sign of a named argument stands; 0 where none begins here. */
  private int equalsSign() {
    int i = at;
    while (i < end
        && (Character.isLetterOrDigit(text.charAt(i)) || "_-".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > at && i < end && text.charAt(i) == '=' ? i : 0;
  }

  private Expression expression() {
    int start = at;
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      Call call = call();
      at = Math.min(at + 1, end);
      return call.arguments().isEmpty() && call.named().isEmpty()
          ? new Name(Path.parse(call.name()), call.at())
          : call;
    }
    if (c == '"' || c == '\'') {
      return new Literal(quoted(c), start);
    }
    String word = word();
    return isLiteral(word) ? new Literal(word, start) : new Name(Path.parse(word), start);
  }

  private static boolean isLiteral(String word) {
    return word.equals("true")
        || word.equals("false")
        || word.equals("null")
        || word.equals("undefined")
        || !word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.charAt(0) == '-');
  }

  private String quoted(char quote) {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < end && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < end && text.charAt(at + 1) == quote) {
        at++;
      }
      out.append(text.charAt(at++));
    }
    at = Math.min(at + 1, end);
    return out.toString();
  }

  private String word() {
    int start = at;
    boolean bracketed = false;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '[') {
        bracketed = true;
      } else if (c == ']') {
        bracketed = false;
      } else if (!bracketed && (Character.isWhitespace(c) || c == '(' || c == ')')) {
        break;
      }
      at++;
    }
    // A sign that begins no word must not be read again and again.
    if (at == start && at < end) {
      at++;
    }
    return text.substring(start, at);
  }

  private void blanks() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
