package dev.pannier.engine.unit.property;

import dev.pannier.engine.values.SchemaPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Draws strings that a schema allows, odd ones for preference. */
final class TextDraw {
  private static final int TRIES = 30;

  private final Pick pick;
  private final Keywords keywords;
  private final int least;
  private final int most;

  private TextDraw(Pick pick, Keywords keywords) {
    this.pick = pick;
    this.keywords = keywords;
    this.least = keywords.count("minLength", 0);
    this.most = keywords.count("maxLength", Integer.MAX_VALUE);
  }

  /** A string that a schema allows, where one was found. */
  static Optional<String> of(Pick pick, Keywords keywords) {
    TextDraw draw = new TextDraw(pick, keywords);
    String pattern = keywords.text("pattern");
    if (!pattern.isEmpty()) {
      return draw.matching(pattern);
    }
    List<String> known = Formats.examples(keywords.text("format"));
    for (int i = 0; i < TRIES; i++) {
      String text = pick.of(known.isEmpty() ? NastyTexts.ALL : known);
      String fitting = known.isEmpty() ? draw.sized(text) : text;
      if (draw.isSized(fitting)) {
        return Optional.of(fitting);
      }
    }
    return Optional.empty();
  }

  /**
   * A match of a pattern. Patterns are found anywhere in a string (JSON Schema says so, and authors
   * forget it), so now and then something stands around the match.
   */
  private Optional<String> matching(String text) {
    Pattern pattern = SchemaPattern.compile(text);
    Optional<RegexNode> parsed = RegexReader.read(text);
    for (int i = 0; i < TRIES; i++) {
      StringBuilder made = new StringBuilder();
      if (parsed.isPresent() && i < TRIES - TRIES / 3) {
        made.append(pick.onceIn(4) ? pick.of(NastyTexts.ALL) : "");
        parsed.get().write(pick, made);
        made.append(pick.onceIn(4) ? pick.of(NastyTexts.ALL) : "");
      } else {
        made.append(pick.of(NastyTexts.ALL));
      }
      if (isSized(made.toString()) && pattern.matcher(made).find()) {
        return Optional.of(made.toString());
      }
    }
    return Optional.empty();
  }

  private boolean isSized(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= least && length <= most;
  }

  private String sized(String text) {
    String longer = text;
    if (text.length() < least) {
      longer = text + "x".repeat(Math.min(least, 100_000) - text.length());
    }
    int length = longer.codePointCount(0, longer.length());
    return length <= most ? longer : longer.substring(0, longer.offsetByCodePoints(0, most));
  }
}
