package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values.schema.json that a chart should have, inferred from values.yaml and its comments.
 *
 * <p>What somebody wrote into the file by hand is kept: only keys that it does not know are added,
 * and defaults that values.yaml contradicts are mended. A file that was made by this, and not
 * touched since, is made anew.
 *
 * @param file the file
 * @param handwritten whether somebody wrote in it, so that it is added to and not made
 * @param added keys that are added to what is written by hand
 * @param updated keys whose default changes in what is written by hand, each with the default
 * @param notes what the author should know: where the schema is wider than values.yaml shows, and
 *     what it refuses although the chart has it
 */
public record SchemaProposal(
    FileProposal file,
    boolean handwritten,
    List<String> added,
    List<String> updated,
    List<Problem> notes) {

  /** The file that a chart's schema lies in. */
  public static final String FILE = "values.schema.json";

  public SchemaProposal {
    added = List.copyOf(added);
    updated = List.copyOf(updated);
    notes = List.copyOf(notes);
  }

  /**
   * The proposal for a chart; empty where it has neither values nor a schema.
   *
   * @param anew whether to give up what is written by hand
   * @throws dev.pannier.engine.problem.ChartException when the schema that is there, or a values
   *     file beside values.yaml, cannot be read, and when there is a schema without a values.yaml
   */
  public static Optional<SchemaProposal> of(AuthoredChart chart, boolean anew) {
    Optional<String> before = FileProposal.read(chart.path(FILE), chart.shown(FILE));
    if (chart.chart().values().isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    if (chart.values().isEmpty()) {
      throw Problem.error(
              "authoring.no-values",
              "`%s` has a schema, but no values.yaml to infer one from.".formatted(chart.shown()))
          .at(new Source(chart.shown(FILE), "").whole())
          .hint("Write values.yaml first, or delete the schema.")
          .exception();
    }
    ValuesSamples samples = new ValuesSamples(chart);
    InferredSchema inferred = InferredSchema.of(chart, samples);
    SchemaProposal proposal =
        before.isPresent() && !anew
            ? over(new Source(chart.shown(FILE), before.get()), chart, inferred)
            : made(chart, before, inferred);
    List<Problem> notes = new ArrayList<>(inferred.notes());
    notes.addAll(samples.refusedBy(new Source(chart.shown(FILE), proposal.file.after())));
    return Optional.of(
        new SchemaProposal(
            proposal.file, proposal.handwritten, proposal.added, proposal.updated, notes));
  }

  private static SchemaProposal made(
      AuthoredChart chart, Optional<String> before, InferredSchema inferred) {
    String text = SchemaText.of(SchemaMark.marked(inferred.schema()));
    return new SchemaProposal(file(chart, before, text), false, List.of(), List.of(), List.of());
  }

  private static SchemaProposal over(Source source, AuthoredChart chart, InferredSchema inferred) {
    Optional<String> before = Optional.of(source.text());
    if (!(JsonReader.read(source) instanceof MapNode written)) {
      FileProposal same = file(chart, before, source.text());
      return new SchemaProposal(same, true, List.of(), List.of(), List.of());
    }
    if (SchemaMark.isUntouched(written)) {
      boolean same =
          JsonWriter.write(written).equals(JsonWriter.write(SchemaMark.marked(inferred.schema())));
      return same
          ? new SchemaProposal(
              file(chart, before, source.text()), false, List.of(), List.of(), List.of())
          : made(chart, before, inferred);
    }
    SchemaMerge.Result merged = SchemaMerge.merge(source, written, inferred.schema());
    FileProposal file = file(chart, before, merged.text());
    return new SchemaProposal(file, true, merged.added(), merged.updated(), List.of());
  }

  private static FileProposal file(AuthoredChart chart, Optional<String> before, String text) {
    return FileProposal.of(chart.path(FILE), chart.shown(FILE), before, text);
  }
}
