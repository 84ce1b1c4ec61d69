package dev.pannier.engine.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shell pattern as Go's filepath.Match reads it on Unix: {@code *} and {@code ?} stop at a slash,
 * {@code [a-z]} and {@code [^a-z]} are classes, a backslash escapes. It must match a whole path.
 */
final class PathPattern {

  private sealed interface Token {

    /** Whether it stands for just this letter. */
    boolean takes(int letter);

    record Letter(int wanted) implements Token {

      @Override
      public boolean takes(int letter) {
        return letter == wanted;
      }
    }

    record Any() implements Token {

      @Override
      public boolean takes(int letter) {
        return letter != '/';
      }
    }

    record Star() implements Token {

      @Override
      public boolean takes(int letter) {
        return false;
      }
    }

    record Class(boolean negated, List<int[]> ranges) implements Token {

      @Override
      public boolean takes(int letter) {
        boolean inside = false;
        for (int[] range : ranges) {
          inside |= range[0] <= letter && letter <= range[1];
        }
        return inside != negated;
      }
    }
  }

  private final List<Token> tokens;

  private PathPattern(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads a pattern; empty where a class or an escape is not closed. */
  static Optional<PathPattern> parse(String text) {
    return new Parser(text).parse().map(PathPattern::new);
  }

  boolean matches(String path) {
    int[] letters = path.codePoints().toArray();
    int token = 0;
    int at = 0;
    int star = -1;
    int starAt = 0;
    while (at < letters.length || token < tokens.size()) {
      if (token < tokens.size() && tokens.get(token) instanceof Token.Star) {
        star = token++;
        starAt = at;
      } else if (at < letters.length
          && token < tokens.size()
          && tokens.get(token).takes(letters[at])) {
        token++;
        at++;
      } else if (star >= 0 && starAt < letters.length && letters[starAt] != '/') {
        at = ++starAt;
        token = star + 1;
      } else {
        return false;
      }
    }
    return true;
  }

  private static final class Parser {

    private final int[] text;
    private int at;

    Parser(String text) {
      this.text = text.codePoints().toArray();
    }

    Optional<List<Token>> parse() {
      List<Token> tokens = new ArrayList<>();
      while (at < text.length) {
        Optional<? extends Token> token = token();
        if (token.isEmpty()) {
          return Optional.empty();
        }
        tokens.add(token.get());
      }
      return Optional.of(tokens);
    }

    private Optional<? extends Token> token() {
      int letter = text[at++];
      return switch (letter) {
        case '*' -> Optional.of(new Token.Star());
        case '?' -> Optional.of(new Token.Any());
        case '[' -> letterClass();
        case '\\' ->
            at < text.length ? Optional.of(new Token.Letter(text[at++])) : Optional.empty();
        default -> Optional.of(new Token.Letter(letter));
      };
    }

    private Optional<Token> letterClass() {
      boolean negated = skip('^');
      List<int[]> ranges = new ArrayList<>();
      do {
        int low = classLetter();
        int high = low >= 0 && skip('-') ? classLetter() : low;
        if (low < 0 || high < 0 || at == text.length) {
          return Optional.empty();
        }
        ranges.add(new int[] {low, high});
      } while (!skip(']'));
      return Optional.of(new Token.Class(negated, ranges));
    }

    /** A letter of a class, or -1 where none may stand. */
    private int classLetter() {
      if (at == text.length || text[at] == '-' || text[at] == ']') {
        return -1;
      }
      if (skip('\\') && at == text.length) {
        return -1;
      }
      return text[at++];
    }

    private boolean skip(int letter) {
      boolean there = at < text.length && text[at] == letter;
      at += there ? 1 : 0;
      return there;
    }
  }
}
