package dev.pannier.cli.command;

/** The help screens above the single commands. */
final class MainHelp {
  private static final String HEAD =
      """
      Pannier installs applications on Kubernetes from charts: templates and values.

      Usage:
        pannier COMMAND [FLAGS]

      Examples:
        # try it without a cluster: a folder plays one
        pannier install web charts/web --sandbox ./sandbox
        pannier upgrade web charts/web --sandbox ./sandbox --set replicas=3 --atomic
        pannier history web --sandbox ./sandbox

        # see what a chart renders to
        pannier template web charts/web -f values-prod.yaml

      """;

  private static final String TAIL =
      """

      Exit codes:
        0   done
        1   failed
        2   the command line was wrong
        3   differences were found
        4   something remote did not answer
        70  a bug in Pannier
        75  somebody else holds the release: try again

      `pannier help COMMAND` tells more about one command.
      """;

  private MainHelp() {}

  /** Pannier's own help screen. */
  static String text() {
    StringBuilder out = new StringBuilder(HEAD);
    section(out, "Releases", "install", "upgrade", "rollback", "uninstall", "recover");
    section(out, "Before and after", "plan", "drift");
    section(out, "What is installed", "list", "status", "history", "doctor", "get");
    section(out, "Charts", "template", "show", "package");
    section(out, "Writing charts", "create", "lint", "test", "schema", "docs", "helpers");
    section(out, "Pannier", "messages", "completion", "env", "version", "help");
    return out.append(TAIL.substring(1)).toString();
  }

  private static void section(StringBuilder out, String title, String... words) {
    out.append(title).append(":\n");
    for (String word : words) {
      line(out, word, purpose(word));
    }
    out.append('\n');
  }

  private static String purpose(String word) {
    return switch (word) {
      case "get" -> "Print what a release consists of: values, manifest, notes, hooks.";
      case "show" -> "Print what a chart consists of: Chart.yaml, values, schema, README, CRDs.";
      default -> Verbs.usage(word).purpose();
    };
  }

  /** The help screen of verbs that share their first word. */
  static String ofGroup(String group) {
    StringBuilder out = new StringBuilder(purpose(group)).append("\n\nUsage:\n");
    for (String second : Verbs.secondWords(group)) {
      line(out, "pannier " + group + " " + second, Verbs.usage(group + " " + second).purpose());
    }
    return out.append("\n`pannier help ")
        .append(group)
        .append(" WHAT` tells more about each.\n")
        .toString();
  }

  private static void line(StringBuilder out, String left, String right) {
    out.append("  ").append(left);
    out.append(" ".repeat(Math.max(2, (left.length() > 12 ? 24 : 12) - left.length())));
    out.append(right).append('\n');
  }
}
