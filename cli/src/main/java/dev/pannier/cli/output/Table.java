package dev.pannier.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Columns of text as Helm writes them: padded to the widest cell, a tab between them. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all rows have as many cells as the first. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The rows, each ending in a line break, without blanks before it. */
  @Override
  public String toString() {
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = VisibleText.of(row.get(i));
        line.append(i == 0 ? "" : "\t").append(cell);
        line.append(" ".repeat(widths[i] - VisibleText.width(cell)));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], VisibleText.width(row.get(i)));
      }
    }
    return widths;
  }
}
