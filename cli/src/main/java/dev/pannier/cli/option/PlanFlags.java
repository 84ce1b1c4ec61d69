package dev.pannier.cli.option;

import java.util.HashSet;
import java.util.Set;

/** Flags that say what a plan may do, and how it is shown. */
public final class PlanFlags {
  /** Show the plan instead of carrying it out. */
  public static final Flag PLAN =
      Flag.of("--plan", "change nothing, print what would become of each object");

  /** Do not mask. */
  public static final Flag SHOW_SECRETS =
      Flag.of("--show-secrets", "show the values of Secrets in plans");

  /** Make anew what cannot be changed. */
  public static final Flag RECREATE =
      Flag.of(
              "--recreate KIND/NAME",
              "delete this object and make it anew where it cannot be changed")
          .each();

  /** Write the plan down. */
  public static final Flag SAVE =
      Flag.of("--save FILE", "write the plan to a file, for `upgrade --plan-file`");

  /** Carry out what was written down. */
  public static final Flag PLAN_FILE =
      Flag.of("--plan-file FILE", "do just what `plan --save` found, or refuse");

  /** What becomes of what was given for earlier revisions. */
  public static final FlagGroup EARLIER_VALUES =
      FlagGroup.of(
          "Values given before",
          Flag.of("--reset-values", "forget them"),
          Flag.of("--reuse-values", "keep them and the defaults of the chart of then"),
          Flag.of("--reset-then-reuse-values", "keep them over the defaults of this chart"));

  private PlanFlags() {}

  /**
   * The objects that may be made anew.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE for what names none
   */
  public static Set<String> recreate(Arguments arguments) {
    Set<String> objects = new HashSet<>();
    if (!arguments.knows("--recreate")) {
      return objects;
    }
    for (String object : arguments.all("--recreate")) {
      int slash = object.indexOf('/');
      if (slash < 1 || slash == object.length() - 1) {
        throw UsageProblem.of(
            "cli.flag-value",
            "`--recreate` cannot read `" + object + "`.",
            "Write it like `Job/migrate`.");
      }
      objects.add(object);
    }
    return objects;
  }

  /** Whether a plan is all that is wanted. */
  public static boolean plans(Arguments arguments) {
    return arguments.on("--plan");
  }

  /** Whether a dry run asks no cluster. */
  public static boolean isOffline(Arguments arguments) {
    return arguments.text("--dry-run").equals("client")
        || arguments.text("--dry-run").equals("true");
  }
}
