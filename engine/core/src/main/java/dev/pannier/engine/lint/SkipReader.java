package dev.pannier.engine.lint;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.lint.Skip.Reach;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads which rules a chart switches off: by the annotation {@value #ANNOTATION} in Chart.yaml, and
 * by comments {@code lint-skip: CODE, CODE reason} in its templates and values.
 */
final class SkipReader {

  static final String ANNOTATION = "pannier.dev/lint-skip";
  private static final String WORD = "lint-skip:";

  private final List<Skip> skips = new ArrayList<>();

  private SkipReader() {}

  /** What a chart switches off, its subcharts not included. */
  static List<Skip> of(Chart chart) {
    SkipReader reader = new SkipReader();
    reader.annotation(chart.metadata());
    chart.templates().forEach(file -> reader.file(file.source()));
    chart.valuesFile().map(ChartFile::source).ifPresent(reader::file);
    return reader.skips;
  }

  private void annotation(ChartMetadata metadata) {
    MapNode annotations = metadata.raw().map("annotations");
    Node written = annotations.get(ANNOTATION);
    if (written != null) {
      for (String code : metadata.annotations().getOrDefault(ANNOTATION, "").split("[,\\s]+")) {
        if (!code.isEmpty()) {
          skips.add(new Skip(code, written.origin(), Reach.CHART));
        }
      }
    }
  }

  private void file(Source source) {
    if (!source.text().contains(WORD)) {
      return;
    }
    boolean head = true;
    int number = 0;
    for (String line : source.text().split("\n", -1)) {
      number++;
      int word = line.indexOf(WORD);
      if (word >= 0 && isComment(line, word)) {
        line(line, word + WORD.length(), source, number, head ? Reach.FILE : Reach.LINE);
      }
      head &= line.isBlank() || isComment(line.strip(), 3);
    }
  }

  /** Whether a comment begins before a column, or the line goes one on. */
  private static boolean isComment(String line, int before) {
    String start = line.substring(0, Math.min(before, line.length()));
    return start.contains("#") && !start.contains("{{#") || start.contains("{{!");
  }

  private void line(String line, int from, Source source, int number, Reach reach) {
    int at = from;
    boolean more = true;
    while (more) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      int start = at;
      while (at < line.length() && isOfCode(line.charAt(at))) {
        at++;
      }
      String code = line.substring(start, at);
      // The dashes that end a comment are no part of a code.
      code = code.endsWith("--") ? code.substring(0, code.length() - 2) : code;
      if (!code.isEmpty()) {
        Location place = source.at(number, start + 1);
        skips.add(new Skip(code, place, reach));
      }
      more = at < line.length() && line.charAt(at) == ',';
      at++;
    }
  }

  private static boolean isOfCode(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
  }
}
