package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One directive of Go's printf: its flags, width and precision, and how they write a scalar. */
final class GoVerb {

  private boolean minus;
  private boolean plus;
  private boolean sharp;
  private boolean blank;
  private boolean zero;
  private int width;
  private int precision = -1;

  /** Takes a flag; false where the character is none. */
  boolean flag(char c) {
    switch (c) {
      case '-' -> minus = true;
      case '+' -> plus = true;
      case '#' -> sharp = true;
      case ' ' -> blank = true;
      case '0' -> zero = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  void width(int wanted) {
    minus |= wanted < 0;
    width = Math.abs(wanted);
  }

  void precision(int wanted) {
    precision = Math.max(wanted, -1);
  }

  void write(int letter, Node argument, StringBuilder out) {
    if (letter == 'T') {
      pad(cut(GoText.typeOf(argument)), false, out);
      return;
    }
    switch (argument) {
      case TextNode text -> text(letter, text, out);
      case NumberNode number -> number(letter, number, out);
      case BoolNode bool when letter == 't' || letter == 'v' -> pad(bool.text(), false, out);
      case NullNode _ when letter == 'v' -> pad("<nil>", false, out);
      case Node other -> wrong(letter, other, out);
    }
  }

  private void text(int letter, TextNode argument, StringBuilder out) {
    String text = argument.text();
    switch (letter) {
      case 'v' -> pad(sharp ? GoText.quoted(text) : cut(text), false, out);
      case 's' -> pad(cut(text), false, out);
      case 'q' -> pad(GoText.quoted(cut(text)), false, out);
      case 'x' -> pad(hexadecimal(text), false, out);
      case 'X' -> pad(hexadecimal(text).toUpperCase(Locale.ROOT), false, out);
      default -> wrong(letter, argument, out);
    }
  }

  private void number(int letter, NumberNode number, StringBuilder out) {
    switch (letter) {
      case 'v' -> pad(plus ? number.text() : signed(number.text()), true, out);
      case 'e', 'E', 'f', 'F', 'g', 'G' ->
          pad(signed(GoFloat.format(number, (char) letter, precision)), true, out);
      default -> {
        if (GoFormat.isWhole(number)) {
          whole(letter, number, out);
        } else {
          wrong(letter, number, out);
        }
      }
    }
  }

  private void whole(int letter, NumberNode number, StringBuilder out) {
    BigInteger value = number.integer();
    switch (letter) {
      case 'd', 'b', 'o', 'O', 'x', 'X' -> integer(letter, value, out);
      case 'c' -> pad(Character.toString(value.intValue()), false, out);
      case 'U' -> pad("U+%04X".formatted(value.longValue()), false, out);
      case 'q' -> pad(quotedRune(value.intValue()), false, out);
      default -> wrong(letter, number, out);
    }
  }

  private void integer(int letter, BigInteger value, StringBuilder out) {
    String digits =
        switch (letter) {
          case 'b' -> value.abs().toString(2);
          case 'o', 'O' -> value.abs().toString(8);
          case 'x' -> value.abs().toString(16);
          case 'X' -> value.abs().toString(16).toUpperCase(Locale.ROOT);
          default -> value.abs().toString();
        };
    String prefix =
        switch (letter) {
          case 'O' -> "0o";
          case 'o' -> sharp ? "0" : "";
          case 'x' -> sharp ? "0x" : "";
          case 'X' -> sharp ? "0X" : "";
          case 'b' -> sharp ? "0b" : "";
          default -> "";
        };
    if (precision == 0 && value.signum() == 0) {
      digits = "";
    }
    digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    String sign = value.signum() < 0 ? "-" : "";
    pad(signed(sign + prefix + digits), precision < 0, out);
  }

  /** With the sign or blank that the flags ask for. */
  private String signed(String number) {
    return number.startsWith("-") ? number : plus ? "+" + number : blank ? " " + number : number;
  }

  private static String quotedRune(int code) {
    String quoted = GoText.quoted(Character.toString(code));
    String inside = quoted.substring(1, quoted.length() - 1);
    return switch (inside) {
      case "\\\"" -> "'\"'";
      case "'" -> "'\\''";
      default -> "'" + inside + "'";
    };
  }

  private String hexadecimal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (sharp && (i == 0 || blank)) {
        hex.append(i > 0 ? " 0x" : "0x");
      } else if (blank && i > 0) {
        hex.append(' ');
      }
      hex.append(Character.forDigit(bytes[i] >> 4 & 0xF, 16));
      hex.append(Character.forDigit(bytes[i] & 0xF, 16));
    }
    return hex.toString();
  }

  /** The first characters, as many as the precision says. */
  private String cut(String text) {
    return precision >= 0 && text.codePointCount(0, text.length()) > precision
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }

  private void wrong(int letter, Node argument, StringBuilder out) {
    out.append("%!").appendCodePoint(letter).append('(');
    if (argument instanceof NullNode) {
      out.append("<nil>");
    } else {
      out.append(GoText.typeOf(argument)).append('=');
      write('v', argument, out);
    }
    out.append(')');
  }

  private void pad(String text, boolean number, StringBuilder out) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(' ', missing);
    } else if (zero && number) {
      int start = !text.isEmpty() && "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
      out.append(text, 0, start).repeat('0', missing).append(text, start, text.length());
    } else {
      out.repeat(zero && !number ? '0' : ' ', missing).append(text);
    }
  }
}
