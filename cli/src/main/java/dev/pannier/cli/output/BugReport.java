package dev.pannier.cli.output;

import java.io.PrintStream;

/** What is shown when Pannier itself is at fault. */
public final class BugReport {
  private BugReport() {}

  /**
   * Says that it is our fault, and what a report needs.
   *
   * @param verb what was asked for, without values: those may be secret
   */
  public static void print(PrintStream out, String version, String verb, Throwable bug) {
    out.println("error: This is a bug in Pannier, not a mistake of yours.");
    out.println(
        "  = help: Please open an issue with the lines below and the command that you ran;"
            + " take secrets out first.");
    out.println();
    out.println(
        "pannier "
            + version
            + " "
            + verb
            + ", Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    bug.printStackTrace(out);
    out.flush();
  }
}
