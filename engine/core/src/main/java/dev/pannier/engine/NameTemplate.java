package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a release's name of a template: rendered as the notes of a chart of nothing else. */
final class NameTemplate {
  private static final ReleaseId NOBODY = ReleaseId.of("default", "release-name");

  private NameTemplate() {}

  static String render(Pannier pannier, String template) {
    ChartFile notes =
        new ChartFile(
            "templates/NOTES.txt.hbs",
            "--name-template",
            template.getBytes(StandardCharsets.UTF_8));
    Chart chart =
        new Chart(
            metadata(),
            MapNode.EMPTY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(notes),
            List.of(),
            List.of(),
            List.of());
    return pannier.render(RenderRequest.builder(chart, NOBODY).build()).notes().strip();
  }

  private static ChartMetadata metadata() {
    return new ChartMetadata(
        "v2",
        "name",
        "0.0.0",
        "",
        "",
        "",
        "application",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        false,
        "",
        "",
        MapNode.EMPTY);
  }
}
