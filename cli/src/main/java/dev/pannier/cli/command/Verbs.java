package dev.pannier.cli.command;

import dev.pannier.cli.option.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words name which command. Making one command loads one class. */
final class Verbs {
  /** All of them, in the order of the main help. */
  static final List<String> ALL =
      List.of(
          "install",
          "upgrade",
          "rollback",
          "uninstall",
          "plan",
          "drift",
          "list",
          "status",
          "history",
          "doctor",
          "recover",
          "get values",
          "get manifest",
          "get notes",
          "get hooks",
          "get metadata",
          "get all",
          "template",
          "create",
          "lint",
          "test",
          "schema",
          "docs",
          "helpers",
          "show chart",
          "show values",
          "show readme",
          "show crds",
          "show schema",
          "show all",
          "package",
          "messages",
          "completion",
          "env",
          "version",
          "help");

  private Verbs() {}

  /** The command of a verb; null where there is none. */
  static @Nullable Command command(String verb) {
    return switch (verb) {
      case "plan" -> new PlanCommand();
      case "drift" -> new DriftCommand();
      case "list" -> new ListCommand();
      case "status" -> new StatusCommand();
      case "history" -> new HistoryCommand();
      case "doctor" -> new DoctorCommand();
      case "recover" -> new RecoverCommand();
      case "get values" -> new GetValuesCommand();
      case "get metadata" -> new GetMetadataCommand();
      case "get manifest" -> new GetTextCommand(RecordPart.MANIFEST);
      case "get notes" -> new GetTextCommand(RecordPart.NOTES);
      case "get hooks" -> new GetTextCommand(RecordPart.HOOKS);
      case "get all" -> new GetTextCommand(RecordPart.ALL);
      case "create" -> new CreateCommand();
      case "template" -> new TemplateCommand();
      case "lint" -> new LintCommand();
      case "test" -> new TestCommand();
      case "schema" -> new SchemaCommand();
      case "docs" -> new DocsCommand();
      case "helpers" -> new HelpersCommand();
      case "package" -> new PackageCommand();
      case "install" -> new InstallCommand();
      case "upgrade" -> new UpgradeCommand();
      case "rollback" -> new RollbackCommand();
      case "uninstall" -> new UninstallCommand();
      case "show chart" -> new ShowCommand(ChartPart.CHART);
      case "show values" -> new ShowCommand(ChartPart.VALUES);
      case "show readme" -> new ShowCommand(ChartPart.README);
      case "show crds" -> new ShowCommand(ChartPart.CRDS);
      case "show schema" -> new ShowCommand(ChartPart.SCHEMA);
      case "show all" -> new ShowCommand(ChartPart.ALL);
      case "messages" -> new MessagesCommand();
      case "completion" -> new CompletionCommand();
      case "env" -> new EnvCommand();
      case "version" -> new VersionCommand();
      case "help" -> new HelpCommand();
      default -> null;
    };
  }

  /** How the command of one of {@link #ALL} is called. */
  static Usage usage(String verb) {
    Command command = command(verb);
    if (command == null) {
      throw new IllegalStateException("no command is called " + verb);
    }
    return command.usage();
  }

  /** Whether a word is the first of verbs of two words. */
  static boolean isGroup(String word) {
    return word.equals("get") || word.equals("show");
  }

  /** The first word of a verb for any of its names (Helm's). */
  static String canonical(String word) {
    return switch (word) {
      case "ls" -> "list";
      case "del", "delete", "un" -> "uninstall";
      case "hist" -> "history";
      case "diff" -> "plan";
      case "inspect" -> "show";
      default -> word;
    };
  }

  /** Further names of a verb. */
  static List<String> aliases(String verb) {
    return switch (verb) {
      case "list" -> List.of("ls");
      case "uninstall" -> List.of("del", "delete", "un");
      case "history" -> List.of("hist");
      case "plan" -> List.of("diff");
      case "show chart", "show values", "show readme", "show crds", "show schema", "show all" ->
          List.of("inspect" + verb.substring(4));
      default -> List.of();
    };
  }

  /** The words that a first word may be, groups among them. */
  static List<String> firstWords() {
    return ALL.stream().map(verb -> verb.split(" ")[0]).distinct().toList();
  }

  /** The second words of a group. */
  static List<String> secondWords(String group) {
    return ALL.stream()
        .filter(verb -> verb.startsWith(group + " "))
        .map(verb -> verb.substring(group.length() + 1))
        .toList();
  }
}
