package dev.pannier.cli.command;

import dev.pannier.cli.output.Paint;
import dev.pannier.engine.TemplateHelper;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Helpers of templates as the command line tells of them.
 *
 * @param width the columns that a line may take
 */
record HelperText(Paint paint, int width) {
  private static final int INDENT = 2;

  /** A line for each, below the headings of their groups. */
  String overview(List<TemplateHelper> helpers) {
    StringBuilder out = new StringBuilder();
    int column = INDENT + 2;
    for (TemplateHelper helper : helpers) {
      column = Math.max(column, INDENT + helper.name().length() + 2);
    }
    String group = "";
    for (TemplateHelper helper : helpers) {
      if (!helper.group().equals(group)) {
        out.append(group.isEmpty() ? "" : "\n").append(paint.strong(helper.group())).append('\n');
        group = helper.group();
      }
      out.append(" ".repeat(INDENT)).append(helper.name());
      out.append(" ".repeat(column - INDENT - helper.name().length()));
      wrap(firstSentence(helper.summary()), column, out);
    }
    return out.append("\n`pannier helpers NAME` tells all about one of them.\n").toString();
  }

  /** All there is to say of one. */
  String page(TemplateHelper helper) {
    StringBuilder out = new StringBuilder();
    out.append(paint.strong(helper.signature())).append("\n\n");
    wrap(helper.summary(), 0, out);
    arguments(helper, out);
    out.append("\nExample:\n");
    indented(helper.example(), out);
    out.append("gives:\n");
    indented(helper.result(), out);
    if (!helper.difference().isEmpty()) {
      out.append("\nUnlike Helm:\n").append(" ".repeat(INDENT));
      wrap(helper.difference(), INDENT, out);
    }
    return out.toString();
  }

  private static void arguments(TemplateHelper helper, StringBuilder out) {
    List<HelperParameter> parameters = HelperParameter.of(helper.signature());
    int column = 0;
    for (HelperParameter parameter : parameters) {
      column = Math.max(column, INDENT + parameter.name().length() + 2);
    }
    out.append(parameters.isEmpty() ? "" : "\nArguments:\n");
    for (HelperParameter parameter : parameters) {
      out.append(" ".repeat(INDENT)).append(parameter.name());
      out.append(" ".repeat(column - INDENT - parameter.name().length()));
      out.append(parameter.meaning()).append('\n');
    }
  }

  private static void indented(String text, StringBuilder out) {
    if (text.isEmpty()) {
      out.append("  (an empty text)\n");
      return;
    }
    text.lines()
        .forEach(line -> {
          String shown = line.isEmpty() ? "" : " ".repeat(INDENT) + line;
          out.append(shown).append('\n');
        });
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** Appends words, the text being at a column already. */
  private void wrap(String text, int column, StringBuilder out) {
    int used = column;
    for (String word : text.split(" ")) {
      if (used > column && used + 1 + word.length() > width) {
        out.append('\n').append(" ".repeat(column));
        used = column;
      }
      out.append(used > column ? " " : "").append(word);
      used += word.length() + (used > column ? 1 : 0);
    }
    out.append('\n');
  }

  /** Helpers for programs. */
  static Node data(List<TemplateHelper> helpers) {
    List<Node> all = new ArrayList<>();
    helpers.forEach(helper -> all.add(data(helper)));
    return Node.of(all);
  }

  /** One helper for programs. */
  static Node data(TemplateHelper helper) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", helper.name());
    fields.put("group", helper.group());
    fields.put("signature", helper.signature());
    fields.put("summary", helper.summary());
    fields.put("example", helper.example());
    fields.put("result", helper.result());
    if (!helper.difference().isEmpty()) {
      fields.put("unlikeHelm", helper.difference());
    }
    return Node.of(fields);
  }
}
