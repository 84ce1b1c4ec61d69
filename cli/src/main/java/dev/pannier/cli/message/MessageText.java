package dev.pannier.cli.message;

import java.util.List;

/** Entries for people. */
public final class MessageText {
  private static final int WIDEST = 80;

  private final StringBuilder out = new StringBuilder();
  private final int width;

  private MessageText(int width) {
    this.width = Math.min(width, WIDEST);
  }

  /** Codes and titles, area by area. */
  public static String list(List<MessageArea> areas) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (MessageArea area : areas) {
      for (MessageEntry entry : area.entries()) {
        column = Math.max(column, entry.code().length() + 2);
      }
    }
    for (MessageArea area : areas) {
      out.append(out.isEmpty() ? "" : "\n").append(area.title()).append(":\n");
      for (MessageEntry entry : area.entries()) {
        out.append("  ").append(entry.code()).append(" ".repeat(column - entry.code().length()));
        out.append(entry.title()).append('\n');
      }
    }
    return out.toString();
  }

  /** A whole entry, its sentences broken at a width. */
  public static String of(MessageEntry entry, int width) {
    MessageText text = new MessageText(width);
    text.out.append(entry.code()).append(": ").append(entry.title()).append("\n\n");
    text.paragraph(entry.cause());
    text.out.append("\nWhat to do:\n");
    text.paragraph(entry.cure());
    switch (entry.example()) {
      case MessageExample.Shown shown -> text.example(shown);
      case MessageExample.Elsewhere elsewhere ->
          text.out.append("\nExamples: ").append(elsewhere.page()).append('\n');
      case MessageExample.None _ -> {}
    }
    return text.out.toString();
  }

  private void example(MessageExample.Shown example) {
    out.append("\nExample, beside the small chart of docs/messages.md:\n");
    example
        .files()
        .forEach((path, text) -> {
          out.append("  ").append(path).append(":\n");
          text.lines().forEach(line -> line("    " + line));
          out.append('\n');
        });
    example.commands().forEach(command -> line("  $ " + command));
  }

  private void line(String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  private void paragraph(String text) {
    int used = 1;
    out.append(' ');
    for (String word : text.split(" ")) {
      if (used > 1 && used + 1 + word.length() > width) {
        out.append("\n ");
        used = 1;
      }
      out.append(' ').append(word);
      used += 1 + word.length();
    }
    out.append('\n');
  }
}
