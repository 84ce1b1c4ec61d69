package dev.pannier.engine.values;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A regular expression as JSON Schema means it (ECMA-262): {@code $} is the end of the string. In
 * Java it is the place before a final line break too, so that a pattern would let one through.
 */
public final class SchemaPattern {
  private SchemaPattern() {}

  /**
   * The pattern, to be found anywhere in a string.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  public static Pattern compile(String regex) {
    return Pattern.compile(translated(regex));
  }

  /** What the validator matches with. */
  static RegularExpression expression(String regex) {
    Pattern pattern = compile(regex);
    return value -> pattern.matcher(value).find();
  }

  private static String translated(String regex) {
    if (regex.indexOf('$') < 0) {
      return regex;
    }
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        out.append(c).append(regex.charAt(++i));
      } else {
        inClass = c == '[' || inClass && c != ']';
        out.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
      }
    }
    return out.toString();
  }
}
