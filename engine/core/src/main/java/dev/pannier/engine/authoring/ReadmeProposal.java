package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The README that a chart should have: its own, with the table of values brought up to date.
 *
 * @param file the file
 * @param notes what the author should know
 */
public record ReadmeProposal(FileProposal file, List<Problem> notes) {

  private static final String NAME = "README.md";
  private static final String MADE = "<!-- Made from values.yaml by `pannier docs`. -->\n\n";

  public ReadmeProposal {
    notes = List.copyOf(notes);
  }

  /**
   * The proposal for a chart. The table stands between {@code <!-- values -->} and {@code <!--
   * /values -->}; where there are no such lines it comes at the end, and where there is no README,
   * one is made.
   *
   * @throws dev.pannier.engine.problem.ChartException when a marker lacks its other, or a file
   *     cannot be read
   */
  public static ReadmeProposal of(AuthoredChart chart) {
    Problems notes = new Problems();
    String name = nameIn(chart.folder());
    String shown = chart.shown(name);
    Optional<String> before = FileProposal.read(chart.path(name), shown);
    String table = MADE + table(chart, notes) + "\n";
    String after =
        before
            .map(text -> with(new Source(shown, text), table, notes))
            .orElseGet(() -> NewReadme.of(chart.chart().metadata(), section(table)));
    FileProposal file = FileProposal.of(chart.path(name), shown, before, after);
    return new ReadmeProposal(file, notes.all());
  }

  private static String table(AuthoredChart chart, Problems notes) {
    MapNode values = chart.chart().values();
    Source source = chart.values().orElseGet(() -> Source.named(chart.shown("values.yaml")));
    ValuesNotes comments = ValuesNotes.of(source, values, notes);
    return ValuesTable.of(values, schema(chart), comments);
  }

  private static MapNode schema(AuthoredChart chart) {
    if (chart.values().isEmpty()) {
      return MapNode.EMPTY;
    }
    Optional<FileProposal> file = SchemaProposal.of(chart, false).map(SchemaProposal::file);
    return file.isPresent()
            && JsonReader.read(new Source(file.get().shown(), file.get().after()))
                instanceof MapNode schema
        ? schema
        : MapNode.EMPTY;
  }

  private static String with(Source readme, String table, Problems notes) {
    Optional<ReadmeMarkers> markers = ReadmeMarkers.in(readme);
    String text = readme.text();
    if (markers.isPresent()) {
      ReadmeMarkers at = markers.get();
      return text.substring(0, at.start()) + table + text.substring(at.end());
    }
    if (table.equals(MADE + ValuesTable.NONE + "\n")) {
      return text;
    }
    notes.add(
        Problem.info(
                "authoring.markers",
                "The README says nowhere where the table of values shall stand: it comes at the"
                    + " end.")
            .at(readme.whole())
            .hint(
                "Put the lines `%s` and `%s` where you want it."
                    .formatted(ReadmeMarkers.OPEN, ReadmeMarkers.CLOSE)));
    String gap = text.endsWith("\n") ? "\n" : "\n\n";
    return text + (text.isBlank() ? "" : gap) + section(table);
  }

  private static String section(String table) {
    return "## Values\n\n" + ReadmeMarkers.OPEN + "\n" + table + ReadmeMarkers.CLOSE + "\n";
  }

  /** The README that is there, in whatever case its name is written. */
  private static String nameIn(Path folder) {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, "[Rr][Ee][Aa][Dd][Mm][Ee].[Mm][Dd]")) {
      for (Path file : found) {
        return String.valueOf(file.getFileName());
      }
      return NAME;
    } catch (IOException e) {
      throw Problem.error(
              "authoring.unreadable",
              "The folder `" + folder + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }
}
