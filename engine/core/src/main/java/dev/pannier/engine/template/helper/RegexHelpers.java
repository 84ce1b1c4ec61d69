package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.REGEX;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Sprig's regex.go, in the syntax of Go's regular expressions. */
final class RegexHelpers {

  private RegexHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "regexMatch", "mustRegexMatch" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text",
              "Whether a pattern matches somewhere in a text.",
              "'^v[0-9]+$' 'v12'",
              "true",
              call -> BoolNode.of(GoRegex.of(call.text(0)).in(call.text(1)).next()));
      case "regexFind", "mustRegexFind" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text",
              "The first match of a pattern in a text, or the empty string.",
              "'[0-9]+' 'v12-3'",
              "12",
              call -> TextNode.of(all(call, 1).isEmpty() ? "" : all(call, 1).getFirst()));
      case "regexFindAll", "mustRegexFindAll" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text count",
              "The matches of a pattern in a text, so many at most; -1 for all.",
              "'[0-9]+' 'v12-3' -1",
              "[\"12\", \"3\"]",
              call -> StringHelpers.list(all(call, call.count(2))));
      case "regexReplaceAll", "mustRegexReplaceAll" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text replacement",
              "A text with each match replaced; ${1} and ${name} stand for groups.",
              "'a(x*)b' '-ab-axxb-' '${1}W'",
              "-W-xxW-",
              call -> replaced(call, GoRegex.of(call.text(0)), true));
      case "regexReplaceAllLiteral", "mustRegexReplaceAllLiteral" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text replacement",
              "A text with each match replaced by a text as it is.",
              "'x+' 'axxb' '$1'",
              "a$1b",
              call -> replaced(call, GoRegex.of(call.text(0)), false));
      case "regexSplit", "mustRegexSplit" ->
          HelperSpec.of(
              REGEX,
              name,
              "pattern text count",
              "The parts of a text between the matches of a pattern, so many at most; -1"
                  + " for all.",
              "'[,;]' 'a,b;c' -1",
              "[a, b, c]",
              RegexHelpers::split);
      case "regexQuoteMeta" ->
          HelperSpec.of(
              REGEX,
              name,
              "text",
              "A text as a pattern that matches just it.",
              "'1.2.3'",
              "1\\.2\\.3",
              call -> TextNode.of(GoRegex.quoted(call.text(0))));
      default -> throw new IllegalStateException("no helper of regular expressions: " + name);
    };
  }

  private static List<String> all(Arguments call, int most) {
    List<String> found = new ArrayList<>();
    Matches matches = GoRegex.of(call.text(0)).in(call.text(1));
    while (found.size() != most && matches.next()) {
      found.add(matches.text());
    }
    return found;
  }

  private static Node replaced(Arguments call, GoRegex regex, boolean expand) {
    String text = call.text(1);
    StringBuilder out = new StringBuilder();
    Matches matches = regex.in(text);
    int end = 0;
    while (matches.next()) {
      out.append(text, end, matches.start());
      out.append(expand ? matches.expanded(call.text(2)) : call.text(2));
      end = matches.end();
    }
    return TextNode.of(out.append(text, end, text.length()).toString());
  }

  /** As Go's Regexp.Split, which drops an empty match at the very end. */
  private static Node split(Arguments call) {
    String text = call.text(1);
    int most = call.count(2);
    if (most == 0) {
      return ListNode.EMPTY;
    }
    List<String> parts = new ArrayList<>();
    if (text.isEmpty() && !call.text(0).isEmpty()) {
      parts.add("");
      return StringHelpers.list(parts);
    }
    Matches matches = GoRegex.of(call.text(0)).in(text);
    int start = 0;
    boolean ended = false;
    while (parts.size() != most - 1 && matches.next()) {
      if (matches.end() == 0) {
        continue;
      }
      parts.add(text.substring(start, matches.start()));
      start = matches.end();
      ended = matches.start() == text.length();
    }
    if (!ended) {
      parts.add(text.substring(start));
    }
    return StringHelpers.list(parts);
  }
}
