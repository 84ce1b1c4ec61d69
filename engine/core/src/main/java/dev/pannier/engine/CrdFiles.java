package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** The files in crds/ of a chart and its subcharts: not templates, but resources as they are. */
final class CrdFiles {
  private final List<Resource> resources = new ArrayList<>();
  private final Problems problems = new Problems();

  private CrdFiles() {}

  /**
   * Reads them, a chart's own after those of its subcharts.
   *
   * @throws dev.pannier.engine.problem.ChartException naming all that is no manifest
   */
  static List<Resource> read(Chart chart) {
    CrdFiles files = new CrdFiles();
    files.add(chart, chart.name());
    files.problems.throwIfErrors();
    return files.resources;
  }

  private void add(Chart chart, String path) {
    for (Chart subchart : chart.dependencies()) {
      add(subchart, path + "/charts/" + subchart.name());
    }
    for (ChartFile file : chart.crds()) {
      if (isManifest(file.path())) {
        add(file.source(), path + "/" + file.path());
      }
    }
  }

  /** Helm reads these endings and no others (pkg/chart/v2/chart.go). */
  private static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }

  private void add(Source source, String path) {
    for (Node document : YamlReader.readAll(source, SourceMap.of(source), problems)) {
      switch (document) {
        case MapNode map -> add(map, path);
        case NullNode _ -> {}
        case Node other ->
            problems.add(
                Problem.error(
                        "chart.invalid-crd",
                        "A file in crds/ must hold maps, not a " + other.typeName() + ".")
                    .at(other.origin()));
      }
    }
  }

  private void add(MapNode content, String path) {
    String apiVersion = content.text("apiVersion").orElse("");
    String kind = content.text("kind").orElse("");
    String name = content.map("metadata").text("name").orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty()) {
      String missing =
          apiVersion.isEmpty() ? "apiVersion" : kind.isEmpty() ? "kind" : "metadata.name";
      problems.add(
          Problem.error("chart.invalid-crd", "This resource in crds/ has no `" + missing + "`.")
              .at(content.origin())
              .hint("Files in crds/ are plain manifests; nothing is filled in there."));
      return;
    }
    String namespace = content.map("metadata").text("namespace").orElse("");
    resources.add(
        new Resource(
            new ResourceId(apiVersion, kind, namespace, name),
            content,
            path,
            YamlWriter.write(content)));
  }
}
