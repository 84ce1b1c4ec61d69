package dev.pannier.engine.template.helper;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in Go's syntax (RE2).
 *
 * @param groups the numbers of its named groups
 */
record GoRegex(Pattern pattern, Map<String, Integer> groups) {

  /** Reads an expression, or throws a HelperException that says what is wrong with it. */
  static GoRegex of(String expression) {
    GoRegexSyntax syntax = new GoRegexSyntax(expression);
    try {
      String translated = syntax.translate();
      return new GoRegex(Pattern.compile(translated, Pattern.UNIX_LINES), syntax.groups());
    } catch (PatternSyntaxException e) {
      HelperException exception =
          new HelperException(
              "The regular expression `%s` is wrong: %s."
                  .formatted(expression, e.getDescription()));
      exception.initCause(e);
      throw exception;
    }
  }

  /** Its matches in a text, from the first on. */
  Matches in(String text) {
    return new Matches(this, text);
  }

  /** The expression of a text as it is. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
