package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What values.yaml and its comments tell of a chart's values.
 *
 * @param schema a whole schema
 * @param notes where it is wider than values.yaml shows, and what comments could not be understood
 */
record InferredSchema(MapNode schema, ValuesNotes comments, List<Problem> notes) {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  static InferredSchema of(AuthoredChart chart, ValuesSamples samples) {
    Problems warnings = new Problems();
    MapNode values = chart.chart().values();
    Source source = chart.values().orElseGet(() -> Source.named(chart.shown("values.yaml")));
    ValuesNotes comments = ValuesNotes.of(source, values, warnings);
    InferenceReport report = new InferenceReport();
    SchemaInference inference = new SchemaInference(comments, new ChartKeys(chart.chart()), report);
    MapNode schema =
        inference.schema(new Place(KeyPath.ROOT, values, List.copyOf(samples.all()), false));
    List<Problem> notes = new ArrayList<>(warnings.all());
    notes.addAll(report.problems());
    return new InferredSchema(
        Keywords.of(schema)
            .with("$schema", DIALECT)
            .with("title", "Values of the chart " + chart.chart().name())
            .schema(),
        comments,
        notes);
  }
}
