package dev.pannier.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A terminal, as far as progress needs one: what stands on it after all that was written. */
final class Screen {
  private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
  private final int columns;
  private boolean wraps = true;
  private int row;
  private int column;
  private int widest;

  Screen(int columns) {
    this.columns = columns;
  }

  Screen write(String text) {
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == 0x1b) {
        int end = i + 2;
        while (!Character.isLetter(text.charAt(end))) {
          end++;
        }
        escape(text.substring(i + 2, end), text.charAt(end));
        i = end + 1;
      } else {
        put(c);
        i++;
      }
    }
    return this;
  }

  private void put(char c) {
    switch (c) {
      case '\r' -> column = 0;
      case '\n' -> {
        row++;
        column = 0;
        if (row == rows.size()) {
          rows.add(new StringBuilder());
        }
      }
      default -> {
        if (column == columns) {
          if (!wraps) {
            throw new AssertionError("a line is wider than the terminal: " + rows.get(row));
          }
          put('\n');
        }
        StringBuilder line = rows.get(row);
        while (line.length() <= column) {
          line.append(' ');
        }
        line.setCharAt(column++, c);
        widest = Math.max(widest, column);
      }
    }
  }

  private void escape(String parameters, char command) {
    switch (command) {
      case 'A' -> row -= Integer.parseInt(parameters);
      case 'K' -> rows.get(row).setLength(Math.min(column, rows.get(row).length()));
      case 'J' -> {
        rows.get(row).setLength(Math.min(column, rows.get(row).length()));
        while (rows.size() > row + 1) {
          rows.removeLast();
        }
      }
      case 'l', 'h' -> wraps = command == 'h';
      case 'm' -> {}
      default -> throw new AssertionError("unknown escape " + parameters + command);
    }
    if (row < 0) {
      throw new AssertionError("the cursor left the screen");
    }
  }

  boolean wraps() {
    return wraps;
  }

  int rows() {
    return rows.size();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    rows.forEach(each -> text.append(each.toString().stripTrailing()).append('\n'));
    return text.toString();
  }
}
