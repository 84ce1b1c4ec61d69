package dev.pannier.engine.unit.property;

import dev.pannier.engine.unit.property.RegexNode.Chars;
import dev.pannier.engine.unit.property.RegexNode.Choice;
import dev.pannier.engine.unit.property.RegexNode.Range;
import dev.pannier.engine.unit.property.RegexNode.Repeat;
import dev.pannier.engine.unit.property.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the regular expressions that schemas usually have: characters, classes, groups, choices,
 * repetitions. Anchors say nothing here, since what is written is matched afterwards.
 */
final class RegexReader {
  private static final int UNBOUNDED = 12;
  private static final int MOST = 300;

  private final String text;
  private int at;

  private RegexReader(String text) {
    this.text = text;
  }

  /** An expression; empty where it has something that cannot be written from: a look-ahead, say. */
  static Optional<RegexNode> read(String text) {
    RegexReader reader = new RegexReader(text);
    try {
      RegexNode node = reader.choice();
      return reader.at == text.length() ? Optional.of(node) : Optional.empty();
    } catch (NotWritable _) {
      return Optional.empty();
    }
  }

  /** Ends the reading of an expression that cannot be written from. */
  static final class NotWritable extends RuntimeException {
    NotWritable() {
      super("", null, false, false);
    }
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private RegexNode choice() {
    List<RegexNode> branches = new ArrayList<>();
    do {
      branches.add(sequence());
    } while (skip('|'));
    return branches.size() == 1 ? branches.getFirst() : new Choice(branches);
  }

  private RegexNode sequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      if (!skip('^') && !skip('$')) {
        parts.add(repeated(atom()));
      }
    }
    return new Sequence(parts);
  }

  private RegexNode atom() {
    char c = text.charAt(at);
    if (skip('(')) {
      return group();
    }
    if (c == '[' || c == '\\' || c == '.') {
      RegexClass found = RegexClass.read(text, at);
      at = found.end();
      return found.ranges().isEmpty() ? new Sequence(List.of()) : new Chars(found.ranges());
    }
    if (c == '*' || c == '+' || c == '?') {
      throw new NotWritable();
    }
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return new Chars(List.of(new Range(point, point)));
  }

  private RegexNode group() {
    if (skip('?')) {
      if (!skip(':')) {
        boolean named =
            text.startsWith("<", at) && !text.startsWith("<=", at) && !text.startsWith("<!", at);
        int end = text.indexOf('>', at);
        if (!named || end < 0) {
          throw new NotWritable();
        }
        at = end + 1;
      }
    }
    RegexNode inner = choice();
    if (!skip(')')) {
      throw new NotWritable();
    }
    return inner;
  }

  private RegexNode repeated(RegexNode atom) {
    RegexNode node = atom;
    if (skip('*')) {
      node = new Repeat(atom, 0, UNBOUNDED);
    } else if (skip('+')) {
      node = new Repeat(atom, 1, UNBOUNDED);
    } else if (skip('?')) {
      node = new Repeat(atom, 0, 1);
    } else if (at + 1 < text.length() && text.charAt(at) == '{' && isDigit(text.charAt(at + 1))) {
      node = counted(atom);
    }
    if (node != atom && !skip('?')) {
      skip('+');
    }
    return node;
  }

  private RegexNode counted(RegexNode atom) {
    at++;
    int least = number();
    int most = least;
    if (skip(',')) {
      most = at < text.length() && isDigit(text.charAt(at)) ? number() : least + UNBOUNDED;
    }
    if (!skip('}') || most > MOST) {
      throw new NotWritable();
    }
    return new Repeat(atom, least, most);
  }

  private int number() {
    int number = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
      if (number > MOST) {
        throw new NotWritable();
      }
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
