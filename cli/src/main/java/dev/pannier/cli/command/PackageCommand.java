package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.chart.ChartPackage;
import dev.pannier.engine.problem.Problems;
import java.nio.file.Path;
import java.time.Instant;

/** {@code pannier package}. */
final class PackageCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("package", "Pack charts into archives that any chart host takes.")
        .operands("CHART...", 1, Usage.MANY, Usage.Completes.FILES)
        .details(
            "The same chart gives the same bytes; $SOURCE_DATE_EPOCH sets the time of its files.")
        .examples(
            "pannier package charts/web",
            "pannier package charts/web -d dist --version 1.2.3 --app-version 2026.11")
        .group(
            "Flags",
            Flag.of("-d, --destination DIR", "the folder of the archives (default .)"),
            Flag.of("--version VERSION", "the version of the chart; else as Chart.yaml says"),
            Flag.of("--app-version VERSION", "the version of the application; else likewise"),
            Flag.of("-u, --dependency-update", "fetch dependencies first").unseen(),
            Flag.of("--sign", "sign the package").unseen());
  }

  @Override
  public ExitCode run(Call call) {
    refuse(call, "--dependency-update", "Put the dependencies into charts/ yourself.");
    refuse(call, "--sign", "Sign the archive with another tool.");
    String folder = call.arguments().text("--destination", ".");
    for (String reference : call.arguments().operands()) {
      Problems warnings = new Problems();
      ChartPackage packed = packed(call, reference, warnings);
      packed.writeInto(call.shell().path(folder));
      call.print("Successfully packaged chart and saved it to: " + shown(folder, packed) + "\n");
      call.warn(warnings.all());
    }
    return ExitCode.DONE;
  }

  private static void refuse(Call call, String flag, String hint) {
    if (call.arguments().on(flag)) {
      throw UsageProblem.of(
          "cli.unsupported-flag", "`" + flag + "` comes with a later version.", hint);
    }
  }

  private static ChartPackage packed(Call call, String reference, Problems warnings) {
    ChartPackage packed = ChartPackage.of(ChartReference.load(call, reference, warnings));
    if (call.arguments().has("--version")) {
      packed = packed.version(call.arguments().text("--version"));
    }
    if (call.arguments().has("--app-version")) {
      packed = packed.appVersion(call.arguments().text("--app-version"));
    }
    String epoch = call.shell().variable("SOURCE_DATE_EPOCH");
    return epoch.isEmpty() ? packed : packed.time(time(epoch));
  }

  private static Instant time(String epoch) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(epoch));
    } catch (NumberFormatException _) {
      throw UsageProblem.of(
          "cli.variable-value",
          "`SOURCE_DATE_EPOCH` is set to `" + epoch + "`, which is no number of seconds.",
          "");
    }
  }

  private static String shown(String folder, ChartPackage packed) {
    return Path.of(folder).resolve(packed.fileName()).normalize().toString();
  }
}
