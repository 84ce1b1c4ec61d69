package dev.pannier.cli;

import dev.pannier.cli.message.MessageArea;
import dev.pannier.cli.message.MessageCatalogue;
import dev.pannier.cli.message.MessageEntry;
import dev.pannier.cli.message.MessageExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** docs/messages.md, made of the catalogue and of what its examples print. */
final class MessagePage {
  private static final int MOST_LINES = 40;
  private static final String LEFT_OUT = "…";
  private static final String HEAD =
      """
      # Messages

      Every message of Pannier carries a code, such as `error[values.unknown-key]`. Codes stay the same when texts
      change: search for them, and let scripts look at them. `pannier messages CODE` tells what stands here.
      This page is generated; each output below is what the example really printed.

      The examples stand beside this small chart, of which each shows only what it changes:

      """;

  private final Map<String, String> outputs;
  private final StringBuilder out = new StringBuilder(HEAD);

  private MessagePage(Map<String, String> outputs) {
    this.outputs = outputs;
  }

  /**
   * The page.
   *
   * @param outputs what the examples printed, by the codes of their entries
   */
  static String of(MessageCatalogue catalogue, Map<String, String> outputs) {
    MessagePage page = new MessagePage(outputs);
    MessageCatalogue.exampleChart().forEach(page::file);
    page.contents(catalogue);
    for (MessageArea area : catalogue.areas()) {
      if (area.name().equals(MessageCatalogue.LINT)) {
        page.rules(area);
      } else {
        page.area(area);
      }
    }
    return page.out.toString();
  }

  private void contents(MessageCatalogue catalogue) {
    for (MessageArea area : catalogue.areas()) {
      if (area.name().equals(MessageCatalogue.LINT)) {
        out.append("- [").append(area.title()).append("](#rules-of-lint)\n");
        continue;
      }
      String anchor = area.title().toLowerCase(Locale.ROOT).replace(' ', '-');
      out.append("- [").append(area.title()).append("](#").append(anchor).append("): ");
      String gap = "";
      for (MessageEntry entry : area.entries()) {
        String name = entry.code().substring(entry.code().indexOf('.') + 1);
        out.append(gap).append("[").append(name).append("](#");
        out.append(entry.code().replace(".", "")).append(")");
        gap = ", ";
      }
      out.append('\n');
    }
  }

  private void rules(MessageArea area) {
    out.append("\n## ").append(area.title()).append("\n\n").append(area.about());
    out.append(" [lint.md](lint.md) tells more of each, with examples.\n\n");
    for (MessageEntry entry : area.entries()) {
      out.append("- `").append(entry.code()).append("`: ").append(entry.title()).append('\n');
    }
  }

  private void area(MessageArea area) {
    out.append("\n## ").append(area.title()).append("\n\n").append(area.about()).append('\n');
    area.entries().forEach(this::entry);
  }

  private void entry(MessageEntry entry) {
    out.append("\n### `").append(entry.code()).append("`\n\n");
    out.append("**").append(entry.title()).append(".** ").append(entry.cause()).append("\n\n");
    switch (entry.example()) {
      case MessageExample.Shown shown -> {
        shown.files().forEach(this::file);
        block("text", session(shown, outputs.getOrDefault(entry.code(), ""), entry.code()));
      }
      case MessageExample.Elsewhere elsewhere ->
          out.append("Examples are on ").append(elsewhere.page()).append(".\n");
      case MessageExample.None none ->
          out.append("No example: ").append(none.reason()).append('\n');
    }
    out.append("\n**What to do:** ").append(entry.cure()).append('\n');
  }

  private static String session(MessageExample.Shown example, String output, String code) {
    StringBuilder session = new StringBuilder();
    example.commands().forEach(line -> session.append("$ ").append(line).append('\n'));
    return session.append(shortened(output.stripTrailing(), code)).append('\n').toString();
  }

  /** Of a long output what tells of the code. */
  private static String shortened(String output, String code) {
    if (output.lines().count() <= MOST_LINES) {
      return output;
    }
    List<String> kept = new ArrayList<>();
    for (String paragraph : output.split("\n\n")) {
      if (paragraph.contains("[" + code + "]")) {
        kept.add(paragraph);
      } else if (kept.isEmpty() || !kept.getLast().equals(LEFT_OUT)) {
        kept.add(LEFT_OUT);
      }
    }
    return String.join("\n\n", kept);
  }

  private void file(String path, String text) {
    out.append('`').append(path).append("`:\n\n");
    block(language(path), text);
    out.append('\n');
  }

  private static String language(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "hbs" -> "handlebars";
      case "json" -> "json";
      case "yaml" -> "yaml";
      default -> "text";
    };
  }

  private void block(String language, String text) {
    out.append("```").append(language).append('\n').append(text).append("```\n");
  }
}
