package dev.pannier.cli.command;

import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pannier get metadata}. */
final class GetMetadataCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("get metadata", "Print what a release was made of, and when.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .examples("pannier get metadata web", "pannier get metadata web -o json")
        .group("Flags", ResultFlags.REVISION, ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    Release release = call.recordedRelease();
    call.print(format.write(text(release), Node.of(data(release))));
    return ExitCode.DONE;
  }

  private static String text(Release release) {
    ChartMetadata chart = release.chart().metadata();
    StringBuilder out = new StringBuilder();
    line(out, "NAME", release.name());
    line(out, "CHART", chart.name());
    line(out, "VERSION", chart.version());
    line(out, "APP_VERSION", chart.appVersion());
    line(out, "ANNOTATIONS", pairs(chart.annotations()));
    line(out, "LABELS", pairs(release.labels()));
    List<String> names = new ArrayList<>();
    chart.dependencies().forEach(each -> names.add(each.effectiveName()));
    line(out, "DEPENDENCIES", String.join(",", names));
    line(out, "NAMESPACE", release.namespace());
    line(out, "REVISION", Integer.toString(release.revision()));
    line(out, "STATUS", release.status().word());
    line(out, "DEPLOYED_AT", release.info().lastDeployed().toString());
    line(out, "APPLY_METHOD", method(release));
    return out.toString();
  }

  private static String pairs(Map<String, String> map) {
    List<String> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(key + "=" + value));
    return String.join(",", pairs);
  }

  private static void line(StringBuilder out, String title, String value) {
    out.append((title + ": " + value).stripTrailing()).append('\n');
  }

  private static String method(Release release) {
    return release.applyMethod().equals(Release.SERVER_SIDE)
        ? "server-side apply"
        : "client-side apply";
  }

  private static Map<String, Object> data(Release release) {
    ChartMetadata chart = release.chart().metadata();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", release.name());
    data.put("chart", chart.name());
    data.put("version", chart.version());
    data.put("appVersion", chart.appVersion());
    data.put("annotations", chart.annotations());
    data.put("labels", release.labels());
    data.put("dependencies", chart.raw().list("dependencies"));
    data.put("namespace", release.namespace());
    data.put("revision", release.revision());
    data.put("status", release.status().word());
    data.put("deployedAt", release.info().lastDeployed().toString());
    data.put("applyMethod", release.applyMethod().isEmpty() ? "csa" : release.applyMethod());
    return data;
  }
}
