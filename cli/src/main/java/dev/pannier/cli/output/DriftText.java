package dev.pannier.cli.output;

import dev.pannier.engine.deploy.Drift;
import dev.pannier.engine.deploy.DriftReport;
import dev.pannier.engine.deploy.DriftedObject;

/** What others changed of a release, for people. */
public final class DriftText {
  private DriftText() {}

  /** The objects that differ, each field on a line, and how many do not. */
  public static String of(DriftReport report, Paint paint) {
    StringBuilder out = new StringBuilder();
    for (DriftedObject each : report.objects()) {
      switch (each) {
        case DriftedObject.Changed it -> {
          line(out, paint.change("~ changed"), it.id().toString());
          for (Drift field : it.fields()) {
            out.append("      ").append(VisibleText.of(PlanText.of(field))).append('\n');
          }
        }
        case DriftedObject.Missing it -> line(out, paint.bad("- missing"), it.id().toString());
        case DriftedObject.Foreign it ->
            line(out, paint.bad("! foreign"), it.id() + ": it belongs to " + it.owner());
      }
    }
    int differing = report.objects().size();
    out.append(
        differing == 0 ? "no drift: " : differing + (differing == 1 ? " differs, " : " differ, "));
    return out.append(report.unchanged()).append(" are as the release left them\n").toString();
  }

  private static void line(StringBuilder out, String state, String what) {
    out.append("  ").append(state).append(' ').append(VisibleText.of(what)).append('\n');
  }
}
