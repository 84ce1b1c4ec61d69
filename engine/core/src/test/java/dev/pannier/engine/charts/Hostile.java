package dev.pannier.engine.charts;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that mean harm: strings that want to be more than one string, and odd typed values. */
final class Hostile {

  /** Each is tried as it is; random strings are put together from them. */
  static final List<String> STRINGS =
      List.of(
          "",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\r",
          "\r\n",
          "\t",
          "\t\n",
          " \n ",
          "a ",
          " a",
          "\ta",
          "a\t",
          "\na",
          "a\n",
          "a\n\n",
          "a\n\n\n",
          "a\nb",
          "a\n b",
          "a \nb",
          " a\nb",
          "a\r\nb",
          "a\rb",
          "a\tb",
          "a\n\tb",
          "\n a",
          "a\n\n\nb\n",
          "  a\n  b\n",
          "a\n  ",
          "a\n#b",
          "a\n---\nb",
          "---",
          "--- a",
          "---\n",
          "\n---\n",
          "...",
          "... a",
          "\n...\n",
          "-",
          "- a",
          "-a",
          "--",
          "?",
          "? a",
          ":",
          ": a",
          "a:",
          "a: b",
          "a:b",
          "::",
          "a : b",
          ",",
          "a,b",
          "a, b",
          "[",
          "]",
          "[a]",
          "[]",
          "{",
          "}",
          "{}",
          "{a: b}",
          "{a",
          "a}",
          "a]",
          "#",
          "# a",
          "a #b",
          "a#b",
          "a # b",
          "&a",
          "&",
          "*a",
          "*",
          "!",
          "!!str a",
          "!a",
          "!!tag",
          "!<a>",
          "|",
          "|-",
          "|\n a",
          ">",
          ">-",
          ">+2",
          "%",
          "%YAML 1.1",
          "%TAG ! a",
          "@",
          "@a",
          "`",
          "`a`",
          "'",
          "''",
          "'a'",
          "it's",
          "'''",
          "a'b\nc",
          "\"",
          "\"\"",
          "\"a\"",
          "a\"b",
          "\\",
          "\\\\",
          "\\n",
          "a\\",
          "\\\"",
          "\\x41",
          "\\u",
          "<<",
          "=",
          "~",
          "null",
          "Null",
          "NULL",
          "nil",
          "true",
          "True",
          "false",
          "FALSE",
          "yes",
          "Yes",
          "no",
          "NO",
          "on",
          "On",
          "off",
          "y",
          "Y",
          "n",
          "N",
          "0",
          "-0",
          "+1",
          "1",
          "007",
          "0o17",
          "017",
          "0x1f",
          "0X1F",
          "0b1",
          "1_000",
          "_1",
          "1__0",
          "0.10",
          "1.",
          ".5",
          "-.5",
          "1e3",
          "1E3",
          "1e+3",
          "1e",
          "1e400",
          "1e99999",
          ".inf",
          "-.Inf",
          ".nan",
          ".NaN",
          "Infinity",
          "NaN",
          "12:30",
          "190:20:30",
          "1:2.5",
          "2001-12-14",
          "2001-1-1",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43",
          "9007199254740993",
          "123456789012345678901234567890",
          "0x",
          "-",
          "+",
          ".",
          "..",
          "1.2.3",
          "1,000",
          "0.1.",
          "- - a",
          "? a\n: b",
          "key: value\nother: [",
          "x\nprivileged: true",
          "x\n  privileged: true",
          "x\n- y",
          "x\n  - y",
          "x # c\nb: 1",
          "\"\nb: 1",
          "'\nb: 1",
          "\" }\nb: \"1",
          "{{",
          "}}",
          "{{x}}",
          "{{{x}}}",
          "{{! a }}",
          "{{> a}}",
          "{{#if a}}",
          "\\{{a}}",
          "{{{{raw}}}}",
          "${a}",
          "$&",
          "$1",
          "%s",
          "%%",
          "\0",
          "a\0b",
          "\u0001",
          "\u0007",
          "\b",
          "\u000b",
          "\f",
          "\u001b",
          "\u001f",
          "\u007f",
          "\u0080",
          "\u0085",
          "a\u0085b",
          "\u00a0",
          "\u00a0a",
          "\u00ad",
          "\u2028",
          "a\u2028b",
          "\u2029",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ufeffa",
          "a\ufeff",
          "\ufffd",
          "\ufffe",
          "\uffff",
          "ü",
          "日本",
          "😀",
          "a😀b",
          "\uD83D\uDE00\n",
          "👨‍👩‍👧",
          "e\u0301",
          "\ud7ff",
          "\ue000",
          "\uD800\uDC00",
          "\uDBFF\uDFFF",
          "\uD83D",
          "\uDE00",
          "a\uD83D",
          "\uDE00\uD83D");

  /** Characters of our own use: input that holds them is refused. */
  static final List<String> NONCHARACTERS =
      List.of(
          "\uFDD0", "a\uFDD1b", "\uFDD1\uFDE0\uFDE0\uFDE0\uFDE0\uFDE0\uFDE0", "\uFDD3", "\uFDEF");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "8080",
          "0.10",
          "1.0",
          "1000000",
          "1e3",
          "1E+3",
          "1e-7",
          "-2.50",
          "9007199254740993",
          "123456789012345678901234567890",
          "0.1000000000000000055511151231257827",
          "1.5e300");

  private final RandomGenerator random;

  Hostile(RandomGenerator random) {
    this.random = random;
  }

  /** A string of some pieces; one in a hundred is very long. */
  String string() {
    if (random.nextInt(100) == 0) {
      return piece().repeat(random.nextInt(20, 400));
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(piece());
    }
    return text.toString();
  }

  private String piece() {
    return random.nextInt(4) == 0
        ? Character.toString(random.nextInt(0x20, 0x7F))
        : STRINGS.get(random.nextInt(STRINGS.size()));
  }

  /** A number, a boolean or null. */
  Node scalar() {
    return switch (random.nextInt(5)) {
      case 0 -> NullNode.NULL;
      case 1 -> BoolNode.of(random.nextBoolean());
      default -> NumberNode.of(NUMBERS.get(random.nextInt(NUMBERS.size())));
    };
  }

  /** A scalar that counts as true. */
  Node trueScalar() {
    return random.nextInt(4) == 0
        ? BoolNode.of(true)
        : NumberNode.of(NUMBERS.get(random.nextInt(2, NUMBERS.size())));
  }

  /** A map of one entry or a list of one item. */
  Node collectionOfOne() {
    TextNode text = TextNode.of(string());
    return random.nextBoolean() ? MapNode.of(Map.of(string(), text)) : ListNode.of(List.of(text));
  }

  /** A map of some entries, with empty maps and lists among what is in it. */
  MapNode map(int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      entries.put(string(), any(depth - 1));
    }
    return MapNode.of(entries);
  }

  /** A list of some items, likewise. */
  ListNode list(int depth) {
    List<Node> items = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      items.add(any(depth - 1));
    }
    return ListNode.of(items);
  }

  private Node any(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> scalar();
      case 1 -> random.nextBoolean() ? MapNode.EMPTY : ListNode.EMPTY;
      case 4 -> map(depth);
      case 5 -> list(depth);
      default -> TextNode.of(string());
    };
  }
}
