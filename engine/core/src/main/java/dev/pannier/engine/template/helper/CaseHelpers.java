package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.CASES;

import dev.pannier.engine.yaml.TextNode;
import java.util.Locale;

/** Upper and lower case, and the ways of writing names of several words. */
final class CaseHelpers {

  private CaseHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "upper" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text in upper case.",
              "'web'",
              "WEB",
              call -> TextNode.of(call.text(0).toUpperCase(Locale.ROOT)));
      case "lower" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text in lower case.",
              "'WEB'",
              "web",
              call -> TextNode.of(call.text(0).toLowerCase(Locale.ROOT)));
      case "title" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text whose words begin with a capital.",
              "'my web'",
              "My Web",
              call -> TextNode.of(title(call.text(0))));
      case "untitle" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text whose first letter is lower case.",
              "'My Web'",
              "my Web",
              call -> TextNode.of(untitle(call.text(0))));
      case "swapcase" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text with upper and lower case exchanged.",
              "'My Web'",
              "mY wEB",
              call -> TextNode.of(swapped(call.text(0))));
      case "camelcase" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "The words of a text as one, each beginning with a capital.",
              "'http_server'",
              "HttpServer",
              call -> TextNode.of(WordCase.pascal(call.text(0))));
      case "snakecase" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "The words of a text in lower case, with underscores between them.",
              "'FirstName'",
              "first_name",
              call -> TextNode.of(WordCase.joined(call.text(0), '_')));
      case "kebabcase" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "The words of a text in lower case, with hyphens between them.",
              "'FirstName'",
              "first-name",
              call -> TextNode.of(WordCase.joined(call.text(0), '-')));
      default -> throw new IllegalStateException("no helper of letter case: " + name);
    };
  }

  /**
   * As Go's strings.Title: a letter begins a word where no letter, digit, underscore or quote is.
   */
  private static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int before = ' ';
    for (int code : text.codePoints().toArray()) {
      out.appendCodePoint(separates(before) ? Character.toTitleCase(code) : code);
      before = code;
    }
    return out.toString();
  }

  private static boolean separates(int code) {
    if (code < 128) {
      return !Character.isLetterOrDigit(code) && code != '_';
    }
    return Character.isWhitespace(code) || Character.isSpaceChar(code);
  }

  private static String untitle(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toLowerCase(first))
        + text.substring(Character.charCount(first));
  }

  private static String swapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(code ->
            Character.isUpperCase(code) || Character.isTitleCase(code)
                ? Character.toLowerCase(code)
                : Character.toUpperCase(code))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
