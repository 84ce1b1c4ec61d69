package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.CASES;

import dev.pannier.engine.yaml.TextNode;
import java.util.function.IntUnaryOperator;

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
              call -> TextNode.of(mapped(call.text(0), Character::toUpperCase)));
      case "lower" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text in lower case.",
              "'WEB'",
              "web",
              call -> TextNode.of(mapped(call.text(0), Character::toLowerCase)));
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
              "A text whose words begin with a small letter.",
              "'My Web'",
              "my web",
              call -> TextNode.of(untitle(call.text(0))));
      case "swapcase" ->
          HelperSpec.of(
              CASES,
              name,
              "text",
              "A text with upper and lower case exchanged.",
              "'My Web'",
              "mY wEB",
              call -> TextNode.of(mapped(call.text(0), CaseHelpers::exchanged)));
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
    StringBuilder out = new StringBuilder(text.length());
    int before = ' ';
    for (int code : text.codePoints().toArray()) {
      out.appendCodePoint(Character.isWhitespace(before) ? Character.toLowerCase(code) : code);
      before = code;
    }
    return out.toString();
  }

  /** Character by character, as Go does: no letter becomes two. */
  private static String mapped(String text, IntUnaryOperator mapping) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(mapping).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int exchanged(int code) {
    return Character.isUpperCase(code) || Character.isTitleCase(code)
        ? Character.toLowerCase(code)
        : Character.toUpperCase(code);
  }
}
