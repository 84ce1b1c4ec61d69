package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.List;

/** The help screen of a command. */
public final class HelpText {
  private static final int INDENT = 2;
  private static final int WIDEST_SYNTAX = 34;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private HelpText(int width) {
    this.width = width;
  }

  /**
   * A command's purpose, usage, examples and flags.
   *
   * @param global flags that every command has
   * @param aliases further names of the verb
   * @param width the columns that a line may take
   */
  public static String of(Usage usage, List<String> aliases, FlagGroup global, int width) {
    HelpText help = new HelpText(width);
    help.head(usage, aliases);
    List<FlagGroup> groups = new ArrayList<>(usage.groups());
    groups.add(global);
    int column = column(groups);
    for (FlagGroup group : groups) {
      if (!group.isHidden()) {
        help.group(group, column);
      }
    }
    return help.out.toString();
  }

  /**
   * What is to be known beside the single commands.
   *
   * @param title the first line
   * @param paragraphs what follows it
   */
  public static String ofTopic(
      String title, List<String> paragraphs, List<FlagGroup> groups, int width) {
    HelpText help = new HelpText(width);
    help.out.append(title).append('\n');
    for (String paragraph : paragraphs) {
      help.out.append('\n');
      help.wrap(paragraph, 0);
    }
    int column = column(groups);
    groups.forEach(group -> help.group(group, column));
    return help.out.toString();
  }

  private void head(Usage usage, List<String> aliases) {
    out.append(usage.purpose()).append("\n\nUsage:\n");
    out.append("  pannier ").append(usage.verb());
    if (!usage.operands().isEmpty()) {
      out.append(' ').append(usage.operands());
    }
    out.append(usage.flags().isEmpty() ? "\n" : " [FLAGS]\n");
    if (!aliases.isEmpty()) {
      out.append("\nAlso called: ").append(String.join(", ", aliases)).append('\n');
    }
    if (!usage.details().isEmpty()) {
      for (String paragraph : usage.details().split("\n\n")) {
        out.append('\n');
        wrap(paragraph.replace('\n', ' '), 0);
      }
    }
    if (!usage.examples().isEmpty()) {
      out.append("\nExamples:\n");
      usage.examples().forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }

  private static int column(List<FlagGroup> groups) {
    int widest = 0;
    for (FlagGroup group : groups) {
      for (Flag flag : group.flags()) {
        int length = shown(flag).length();
        if (!flag.hidden() && length <= WIDEST_SYNTAX) {
          widest = Math.max(widest, length);
        }
      }
    }
    return INDENT + widest + 2;
  }

  private void group(FlagGroup group, int column) {
    out.append('\n').append(group.title()).append(":\n");
    for (Flag flag : group.flags()) {
      if (!flag.hidden()) {
        entry(shown(flag), flag.description() + (flag.repeated() ? " (repeatable)" : ""), column);
      }
    }
  }

  /** A word and its meaning, the meaning at a column; below the word where that is too long. */
  private void entry(String syntax, String description, int column) {
    out.append(" ".repeat(INDENT)).append(syntax);
    int used = INDENT + syntax.length();
    if (used + 2 > column) {
      out.append('\n').append(" ".repeat(column));
    } else {
      out.append(" ".repeat(column - used));
    }
    wrap(description, column);
  }

  /** Flags without a short name are indented, so that the long names stand below each other. */
  private static String shown(Flag flag) {
    return flag.names().getFirst().startsWith("--") ? "    " + flag.syntax() : flag.syntax();
  }

  /** Appends words, the text being at a column already. */
  private void wrap(String text, int column) {
    int used = column;
    String gap = "";
    for (String word : text.split(" ")) {
      if (used > column && used + 1 + word.length() > width) {
        out.append('\n').append(" ".repeat(column));
        used = column;
        gap = "";
      }
      out.append(gap).append(word);
      used += gap.length() + word.length();
      gap = " ";
    }
    out.append('\n');
  }
}
