package dev.pannier.cli.command;

import dev.pannier.cli.output.MarkdownHighlight;
import dev.pannier.cli.output.Paint;
import dev.pannier.cli.output.YamlHighlight;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.Locale;
import java.util.Optional;

/** A part of a chart, printed as Helm's show does. */
enum ChartPart {
  CHART("chart", "Print what Chart.yaml says."),
  VALUES("values", "Print the default values of a chart."),
  README("readme", "Print the README of a chart."),
  CRDS("crds", "Print the custom resource definitions of a chart."),
  SCHEMA("schema", "Print the JSON Schema of the values of a chart."),
  ALL("all", "Print Chart.yaml, values, README and CRDs of a chart.");

  private final String word;
  private final String purpose;

  ChartPart(String word, String purpose) {
    this.word = word;
    this.purpose = purpose;
  }

  String word() {
    return word;
  }

  String purpose() {
    return purpose;
  }

  /**
   * The part of a chart, ending in a line break unless it is empty.
   *
   * @param paint the colours it is shown in
   */
  String of(Chart chart, Paint paint) {
    return switch (this) {
      case CHART -> YamlHighlight.of(YamlWriter.write(chart.metadata().raw()), paint);
      case VALUES -> YamlHighlight.of(text(chart.valuesFile()), paint);
      case README -> MarkdownHighlight.of(readme(chart), paint);
      case CRDS -> {
        StringBuilder out = new StringBuilder();
        crds(chart, out);
        yield YamlHighlight.of(out.toString(), paint);
      }
      case SCHEMA -> YamlHighlight.of(text(chart.schema()), paint);
      case ALL -> all(chart, paint);
    };
  }

  private static String all(Chart chart, Paint paint) {
    StringBuilder out = new StringBuilder(CHART.of(chart, paint));
    for (ChartPart part : new ChartPart[] {VALUES, README}) {
      String text = part.of(chart, paint);
      if (!text.isEmpty()) {
        out.append("\n---\n").append(text);
      }
    }
    String crds = CRDS.of(chart, paint);
    return crds.isEmpty() ? out.toString() : out.append('\n').append(crds).toString();
  }

  private static String text(Optional<ChartFile> file) {
    return file.map(found -> ended(found.text())).orElse("");
  }

  private static String readme(Chart chart) {
    for (ChartFile file : chart.files()) {
      switch (file.path().toLowerCase(Locale.ROOT)) {
        case "readme.md", "readme.txt", "readme" -> {
          return ended(file.text());
        }
        default -> {}
      }
    }
    return "";
  }

  private static void crds(Chart chart, StringBuilder out) {
    for (ChartFile file : chart.crds()) {
      String text = ended(file.text());
      out.append(text.startsWith("---") ? "" : "---\n").append(text);
    }
    chart.dependencies().forEach(each -> crds(each, out));
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
