package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.LineStarts;
import java.util.List;

/**
 * A template as it is read.
 *
 * @param chart the chart it belongs to
 */
record SurveyedFile(String chart, Source source, LineStarts lines, List<Statement> statements) {

  static SurveyedFile of(String chart, Source source) {
    Source clean = new Source(source.name(), source.text().replace("\r\n", "\n"));
    return new SurveyedFile(
        chart, clean, new LineStarts(clean.text()), StatementReader.read(clean));
  }

  Location at(int index) {
    return lines.at(source, index);
  }
}
