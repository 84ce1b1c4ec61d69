package dev.pannier.cli.command;

import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.DriftText;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.DriftReport;
import dev.pannier.engine.deploy.FieldRule;
import dev.pannier.engine.deploy.PlanRecord;
import dev.pannier.engine.deploy.SecretValues;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pannier drift}. */
final class DriftCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("drift", "Show what others changed of a release since it was applied.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .details(
            "Compares the recorded manifest with the cluster. The exit code is 3 where anything"
                + " differs, 0 where nothing does. Fields that an autoscaler sets do not count, nor"
                + " those that an object names in its annotation `pannier.dev/ignore-drift`.")
        .examples(
            "pannier drift web",
            "pannier drift web --ignore Deployment/web:spec.replicas",
            "pannier drift web --correct")
        .group(
            "Flags",
            Flag.of("--correct", "set it all back, as a new revision of the same content"),
            Flag.of("--ignore OBJECT:PATH", "a field that does not count: `ConfigMap/web:data.x`")
                .each(),
            PlanFlags.SHOW_SECRETS,
            ResultFlags.OUTPUT)
        .group(DeployFlags.WAIT)
        .group(
            "Correcting",
            DeployFlags.FORCE_CONFLICTS,
            PlanFlags.RECREATE,
            DeployFlags.ATOMIC,
            DeployFlags.LOCK_WAIT,
            DeployFlags.HISTORY_MAX,
            DeployFlags.CLEANUP.unseen(),
            DeployFlags.DESCRIPTION.unseen(),
            DeployFlags.NO_HOOKS.unseen(),
            DeployFlags.FORCE);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    ReleaseId id = call.release(call.arguments().operand(0));
    List<FieldRule> ignored = ignored(call.arguments().all("--ignore"));
    Releases releases = Clusters.releases(call);
    releases.records().history(id);
    DriftReport report = releases.drift(id, ignored);
    boolean correct = call.arguments().on("--correct") && !report.objects().isEmpty();
    print(call, format, id, report);
    if (!correct) {
      return report.objects().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
    Release corrected = correct(call, releases, id, report);
    if (format == OutputFormat.TABLE) {
      call.print("It is set back, as revision " + corrected.revision() + ".\n");
    }
    return ExitCode.DONE;
  }

  private static List<FieldRule> ignored(List<String> given) {
    List<FieldRule> rules = new ArrayList<>();
    for (String each : given) {
      rules.add(
          FieldRule.parse(each)
              .orElseThrow(() ->
                  UsageProblem.of(
                      "cli.flag-value",
                      "`--ignore` cannot read `" + each + "`.",
                      "Write it like `Deployment/web:spec.replicas`.")));
    }
    return rules;
  }

  private static void print(Call call, OutputFormat format, ReleaseId id, DriftReport report) {
    DriftReport shown =
        call.arguments().on("--show-secrets") ? report : SecretValues.masked(report);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("release", id.name().value());
    data.put("namespace", id.namespace());
    data.put("revision", report.revision());
    data.put("drifted", !report.objects().isEmpty());
    data.put("objects", PlanRecord.drifted(shown));
    data.put("unchanged", report.unchanged());
    String headline =
        "Release `"
            + id.name()
            + "` in namespace `"
            + id.namespace()
            + "`, against revision "
            + report.revision()
            + ":\n";
    call.print(format.write(headline + DriftText.of(shown, call.outputPaint()), Node.of(data)));
  }

  private static Release correct(Call call, Releases releases, ReleaseId id, DriftReport report) {
    call.shell().out().flush();
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      return releases.correct(
          id,
          report,
          Deployment.holder(call, "drift " + id.name() + " --correct"),
          Deployment.options(call),
          progress);
    }
  }
}
