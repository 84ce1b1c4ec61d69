package dev.pannier.cli.output;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.ScalarPlace;
import dev.pannier.engine.yaml.ScalarPlaces;
import dev.pannier.engine.yaml.YamlComment;
import dev.pannier.engine.yaml.YamlComments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Colours YAML, and JSON, which is YAML too: keys, strings, numbers and comments. */
public final class YamlHighlight {

  private record Span(int start, int end, UnaryOperator<String> color) {}

  private final Paint paint;
  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private YamlHighlight(String text, Paint paint) {
    this.text = text;
    this.paint = paint;
  }

  /** The text with colours; what is no YAML stays as it is from there on. */
  public static String of(String text, Paint paint) {
    return paint == Paint.PLAIN ? text : new YamlHighlight(text, paint).colored();
  }

  private String colored() {
    Source source = new Source("", text);
    for (ScalarPlace place : ScalarPlaces.of(source, SourceMap.of(source), new Problems())) {
      spans.add(new Span(place.start(), place.end(), color(place)));
    }
    comments(YamlComments.of(source));
    spans.sort(Comparator.comparingInt(Span::start));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      if (span.start >= at && span.end > span.start) {
        out.append(text, at, span.start);
        lines(text.substring(span.start, span.end), span.color, out);
        at = span.end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private UnaryOperator<String> color(ScalarPlace place) {
    if (place.role() == ScalarPlace.Role.KEY) {
      return paint::key;
    }
    return place.isText() ? paint::good : paint::number;
  }

  private void comments(List<YamlComment> comments) {
    int line = 1;
    int start = 0;
    for (YamlComment comment : comments) {
      while (line < comment.line()) {
        start = text.indexOf('\n', start) + 1;
        line++;
      }
      int end = text.indexOf('\n', start);
      spans.add(
          new Span(start + comment.column() - 1, end < 0 ? text.length() : end, paint::faint));
    }
  }

  /** Each line is coloured by itself: pagers forget colours at the end of a line. */
  private static void lines(String text, UnaryOperator<String> color, StringBuilder out) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      out.append(color.apply(text.substring(start, end < 0 ? text.length() : end)));
      if (end < 0) {
        return;
      }
      out.append('\n');
      start = end + 1;
    }
  }
}
