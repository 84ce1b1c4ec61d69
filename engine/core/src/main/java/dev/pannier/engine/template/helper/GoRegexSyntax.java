package dev.pannier.engine.template.helper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Translates Go's regular expressions into Java's. What only Java knows (lookaround, back
 * references, possessive and atomic groups) is refused, so that no chart comes to need it.
 */
final class GoRegexSyntax {

  private static final int MOST_REPEATS = 1000;

  private record Flags(boolean multiLine, boolean ungreedy) {}

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Deque<Flags> outer = new ArrayDeque<>();
  private Flags flags = new Flags(false, false);
  private int groupCount;
  private int at;
  private boolean repeatable;

  GoRegexSyntax(String text) {
    this.text = text;
  }

  Map<String, Integer> groups() {
    return groups;
  }

  /** The expression for Java, in which {@code .} stops at line feeds only. */
  String translate() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '(' -> open();
        case ')' -> close();
        case '[' -> repeatable(() -> at = new GoRegexClass(text, at, out).translate());
        case '*', '+', '?' -> repeat(at + 1);
        case '{' -> brace();
        case '^' -> anchor(flags.multiLine ? "(?:\\A|(?<=\\n))" : "\\A");
        case '$' -> anchor(flags.multiLine ? "(?=\\n|\\z)" : "\\z");
        case '|' -> {
          out.append(c);
          at++;
          repeatable = false;
        }
        case ']', '}' -> repeatable(() -> out.append('\\').append(text.charAt(at++)));
        default -> repeatable(() -> out.append(text.charAt(at++)));
      }
      surrogate();
    }
    if (!outer.isEmpty()) {
      throw wrong("a `)` is missing");
    }
    return out.toString();
  }

  /** Completes a pair, so that a repetition means the whole character. */
  private void surrogate() {
    if (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
      out.append(text.charAt(at++));
    }
  }

  private void repeatable(Runnable piece) {
    piece.run();
    repeatable = true;
  }

  private void anchor(String java) {
    out.append(java);
    at++;
    repeatable = true;
  }

  private void escape() {
    if (text.startsWith("\\Q", at)) {
      int end = text.indexOf("\\E", at + 2);
      String literal = text.substring(at + 2, end < 0 ? text.length() : end);
      out.append(GoRegex.quoted(literal));
      at = end < 0 ? text.length() : end + 2;
      repeatable = !literal.isEmpty();
      return;
    }
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if ("AzbB".indexOf(c) >= 0) {
      out.append('\\').append(c);
      at += 2;
    } else {
      at = GoRegexEscape.translate(text, at, false, out);
    }
    repeatable = true;
  }

  private void open() {
    outer.push(flags);
    if (!text.startsWith("(?", at)) {
      groupCount++;
      out.append('(');
      at++;
    } else if (text.startsWith("(?P<", at) || namedGroup()) {
      name(text.indexOf('<', at) + 1);
    } else {
      flagGroup();
    }
    repeatable = false;
  }

  private boolean namedGroup() {
    return text.startsWith("(?<", at)
        && !text.startsWith("(?<=", at)
        && !text.startsWith("(?<!", at);
  }

  private void name(int start) {
    int end = text.indexOf('>', start);
    if (end <= start) {
      throw wrong("a group has no name");
    }
    groupCount++;
    if (groups.put(text.substring(start, end), groupCount) != null) {
      throw wrong("the group name `%s` stands twice".formatted(text.substring(start, end)));
    }
    out.append('(');
    at = end + 1;
  }

  /** {@code (?i)}, {@code (?i-s:} and {@code (?:}. */
  private void flagGroup() {
    StringBuilder on = new StringBuilder();
    StringBuilder off = new StringBuilder();
    boolean multiLine = flags.multiLine;
    boolean ungreedy = flags.ungreedy;
    boolean negated = false;
    int i = at + 2;
    for (; i < text.length() && ":)".indexOf(text.charAt(i)) < 0; i++) {
      switch (text.charAt(i)) {
        case 'i' -> (negated ? off : on).append("iu");
        case 's' -> (negated ? off : on).append('s');
        case 'm' -> multiLine = !negated;
        case 'U' -> ungreedy = !negated;
        case '-' -> negated = true;
        default ->
            throw wrong(
                "`%s` is not known to Go, which has no lookaround and no atomic groups"
                    .formatted(text.substring(at, i + 1)));
      }
    }
    if (i >= text.length()) {
      throw wrong("a `)` is missing");
    }
    flags = new Flags(multiLine, ungreedy);
    String written = on + (off.isEmpty() ? "" : "-" + off);
    boolean ends = text.charAt(i) == ')';
    if (ends) {
      outer.pop();
    }
    if (!ends || !written.isEmpty()) {
      out.append("(?").append(written).append(text.charAt(i));
    }
    at = i + 1;
  }

  private void close() {
    if (outer.isEmpty()) {
      throw wrong("a `)` has no `(`");
    }
    flags = outer.pop();
    out.append(')');
    at++;
    repeatable = true;
  }

  private void brace() {
    int end = text.indexOf('}', at);
    String inside = end < 0 ? "" : text.substring(at + 1, end);
    if (!isRepeat(inside)) {
      repeatable(() -> out.append("\\{"));
      at++;
      return;
    }
    for (String bound : inside.split(",")) {
      if (bound.length() > 4 || Integer.parseInt(bound) > MOST_REPEATS) {
        throw wrong("`{%s}` repeats more than %d times".formatted(inside, MOST_REPEATS));
      }
    }
    repeat(end + 1);
  }

  private static boolean isRepeat(String inside) {
    int comma = inside.indexOf(',');
    String least = comma < 0 ? inside : inside.substring(0, comma);
    String most = comma < 0 ? "0" : inside.substring(comma + 1);
    return !least.isEmpty() && (least + most).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void repeat(int end) {
    if (!repeatable) {
      throw wrong("`%s` repeats nothing".formatted(text.substring(at, end)));
    }
    out.append(text, at, end);
    at = end;
    boolean lazy = at < text.length() && text.charAt(at) == '?';
    at += lazy ? 1 : 0;
    out.append(lazy != flags.ungreedy ? "?" : "");
    repeatable = false;
  }

  private HelperException wrong(String why) {
    return GoRegexEscape.wrong(text, why);
  }
}
