package dev.pannier.cli.command;

import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.values.UserValues;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Set;

/**
 * A chart and values as a command line names them.
 *
 * @param warnings what is likely not as meant in either
 */
record ChartInput(Chart chart, MapNode values, Problems warnings) {

  /**
   * Reads them.
   *
   * @param reference what the command line calls the chart
   */
  static ChartInput read(Call call, String reference) {
    ChartReference.refuseRepository(call);
    Problems warnings = new Problems();
    Chart chart = ChartReference.load(call, reference, warnings);
    MapNode values =
        UserValues.read(ValueFlags.of(call.arguments()), new ValueSources(call.shell()));
    return new ChartInput(chart, values, warnings);
  }

  /** A request to render them, with what the flags of rendering say. */
  RenderRequest.Builder request(Call call, ReleaseId release) {
    RenderRequest.Builder request =
        RenderRequest.builder(chart, release)
            .values(values)
            .schemaLocations(schemaLocations(call))
            .apiVersions(Set.copyOf(call.arguments().all("--api-versions")))
            .schema(!call.arguments().on("--skip-schema-validation"));
    String version = RenderFlags.kubeVersion(call.arguments());
    return version.isEmpty() ? request : request.kubeVersion(version);
  }

  private static List<String> schemaLocations(Call call) {
    return call.arguments().all("--schema-location").stream()
        .map(where -> where.contains("://") ? where : call.shell().path(where).toString())
        .toList();
  }
}
