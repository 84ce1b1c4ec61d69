package dev.pannier.cli.command;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.PlanText;
import dev.pannier.engine.deploy.Plan;
import dev.pannier.engine.deploy.PlanRecord;
import dev.pannier.engine.deploy.SecretValues;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints plans on standard output, and says by the exit code whether anything would change. */
final class PlanOutput {
  private PlanOutput() {}

  /**
   * Prints a plan.
   *
   * @param headline what it is about, without a final colon
   * @param hooks what would run beside it: {@code pre-upgrade Job/migrate}
   */
  static ExitCode print(
      Call call, ReleaseId release, String headline, Plan plan, List<String> hooks) {
    OutputFormat format = call.format();
    Plan shown = call.arguments().on("--show-secrets") ? plan : SecretValues.masked(plan);
    StringBuilder text = new StringBuilder(headline).append(":\n");
    text.append(PlanText.of(shown, release.namespace(), call.outputPaint()));
    if (!hooks.isEmpty()) {
      text.append("hooks that would run: ").append(String.join(", ", hooks)).append('\n');
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("release", release.name().value());
    data.put("namespace", release.namespace());
    data.put("differs", !plan.isEmpty());
    data.put("changes", PlanRecord.changes(shown));
    data.put("hooks", hooks);
    call.print(format.write(text.toString(), Node.of(data)));
    return plan.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
