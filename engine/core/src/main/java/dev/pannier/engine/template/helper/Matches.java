package dev.pannier.engine.template.helper;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the matches of an expression as Go's Regexp does: an empty match right after
 * another match is none.
 */
final class Matches {

  private final GoRegex regex;
  private final String text;
  private final Matcher matcher;
  private int from;
  private int lastEnd = -1;

  Matches(GoRegex regex, String text) {
    this.regex = regex;
    this.text = text;
    this.matcher = regex.pattern().matcher(new BoundedText(text));
  }

  /** Goes to the next match; false where there is none. */
  boolean next() {
    while (from <= text.length() && find()) {
      boolean repeated = matcher.start() == matcher.end() && matcher.start() == lastEnd;
      lastEnd = matcher.end();
      from = lastEnd > from ? lastEnd : from + step();
      if (!repeated) {
        return true;
      }
    }
    return false;
  }

  private boolean find() {
    try {
      return matcher.find(from);
    } catch (StackOverflowError e) {
      HelperException exception = BoundedText.tooMuch();
      exception.initCause(e);
      throw exception;
    }
  }

  private int step() {
    return from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
  }

  int start() {
    return matcher.start();
  }

  int end() {
    return matcher.end();
  }

  String text() {
    return text.substring(start(), end());
  }

  /** A replacement with {@code $1}, {@code ${1}} and {@code ${name}} filled in, as Go's Expand. */
  String expanded(String replacement) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < replacement.length()) {
      int dollar = replacement.indexOf('$', at);
      if (dollar < 0 || dollar + 1 == replacement.length()) {
        return out.append(replacement, at, replacement.length()).toString();
      }
      out.append(replacement, at, dollar);
      at = dollar + 1;
      if (replacement.charAt(at) == '$') {
        out.append('$');
        at++;
        continue;
      }
      boolean braced = replacement.charAt(at) == '{';
      int start = braced ? at + 1 : at;
      int end = endOfName(replacement, start);
      if (end == start
          || braced && (end == replacement.length() || replacement.charAt(end) != '}')) {
        out.append('$');
        continue;
      }
      out.append(group(replacement.substring(start, end)));
      at = braced ? end + 1 : end;
    }
    return out.toString();
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  /** What a group matched; empty where it did not, or is none. */
  private String group(String name) {
    boolean number = name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    Integer group = number ? Integer.valueOf(name) : regex.groups().get(name);
    if (group == null || group > matcher.groupCount()) {
      return "";
    }
    @Nullable String matched = matcher.group(group);
    return matched == null ? "" : matched;
  }
}
