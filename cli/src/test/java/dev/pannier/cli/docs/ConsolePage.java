package dev.pannier.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of documentation whose {@code console} blocks show commands and what they print.
 *
 * <p>In such a block a line that starts with {@code $ } is a command, lines that start with {@code
 * > } go on with it, and what follows up to the next command is its output. A block of another
 * language with a file's name behind it, such as {@code yaml web/Chart.yaml}, is that file, which
 * is written before the commands below run.
 */
final class ConsolePage {

  /**
   * @param line where the command stands, counted from 1
   * @param firstOutput index of its first line of output
   * @param afterOutput index after its last one
   */
  record Command(int line, String text, int firstOutput, int afterOutput) {}

  private static final Pattern FILE = Pattern.compile("```[a-z]+ \\S+");
  private static final String END = "END OF FILE";

  private final List<String> lines;
  private final List<Command> commands = new ArrayList<>();

  ConsolePage(String text) {
    lines = List.of(text.split("\n", -1));
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      if (!inside && FILE.matcher(lines.get(i)).matches()) {
        i = file(i);
      } else if (lines.get(i).startsWith("```")) {
        inside = !inside && lines.get(i).equals("```console");
      } else if (inside && lines.get(i).startsWith("$ ")) {
        commands.add(command(i));
      }
    }
  }

  /** Adds the command that writes a file; gives where its block ends. */
  private int file(int at) {
    String name = lines.get(at).substring(lines.get(at).indexOf(' ') + 1);
    int end = at + 1;
    StringBuilder text = new StringBuilder();
    text.append("mkdir -p \"$(dirname '%s')\"\ncat > '%s' <<'%s'\n".formatted(name, name, END));
    while (!lines.get(end).equals("```")) {
      text.append(lines.get(end++)).append('\n');
    }
    commands.add(new Command(at + 1, text.append(END).toString(), end, end));
    return end;
  }

  private Command command(int at) {
    StringBuilder text = new StringBuilder(lines.get(at).substring(2));
    int i = at + 1;
    while (lines.get(i).startsWith("> ")) {
      text.append('\n').append(lines.get(i++).substring(2));
    }
    int first = i;
    while (!lines.get(i).startsWith("$ ") && !lines.get(i).equals("```")) {
      i++;
    }
    return new Command(at + 1, text.toString(), first, i);
  }

  List<Command> commands() {
    return commands;
  }

  String output(Command command) {
    return String.join("\n", lines.subList(command.firstOutput, command.afterOutput));
  }

  /** The page with other outputs, one for each command. */
  String with(List<String> outputs) {
    List<String> page = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < outputs.size(); i++) {
      Command command = commands.get(i);
      page.addAll(lines.subList(at, command.firstOutput));
      if (!outputs.get(i).isEmpty()) {
        page.add(outputs.get(i));
      }
      at = command.afterOutput;
    }
    page.addAll(lines.subList(at, lines.size()));
    return String.join("\n", page);
  }
}
