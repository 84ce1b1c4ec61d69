package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under authoring/ is a chart; expected/ beside it holds its schema, the notes, and the
 * README that it gets.
 */
class InferenceGoldenTest {

  private static final Path CHARTS = Path.of("src", "test", "resources", "authoring");

  /** Their annotations ask for other values than they have. */
  private static final List<String> AGAINST_ITSELF = List.of("annotations", "contradiction");

  @TempDir private Path folder;

  static Stream<String> charts() throws IOException {
    try (Stream<Path> folders = Files.list(CHARTS)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void a_schema_is_inferred(String name) {
    SchemaProposal proposal = SchemaProposal.of(chart(name), false).orElseThrow();

    Goldens goldens = Goldens.at(CHARTS.resolve(name).resolve("expected"));
    goldens.check("schema.json", proposal.file().after());
    goldens.check("notes.txt", notes(proposal.notes()));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void the_schema_takes_all_values_of_the_chart_but_where_an_annotation_forbids(String name) {
    List<Problem> refused =
        SchemaProposal.of(chart(name), false).orElseThrow().notes().stream()
            .filter(note -> note.code().startsWith("values."))
            .toList();

    if (AGAINST_ITSELF.contains(name)) {
      assertThat(refused).isNotEmpty().allMatch(note -> note.severity() == Severity.WARNING);
    } else {
      assertThat(refused).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void a_readme_is_made(String name) {
    Goldens.at(CHARTS.resolve(name).resolve("expected"))
        .check("README.md", ReadmeProposal.of(chart(name)).file().after());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void what_was_written_is_up_to_date(String name) throws IOException {
    copy(CHARTS.resolve(name), folder);
    SchemaProposal.of(copied(), false).orElseThrow().file().write();
    ReadmeProposal.of(copied()).file().write();

    SchemaProposal again = SchemaProposal.of(copied(), false).orElseThrow();
    assertThat(again.file().diff()).isEmpty();
    assertThat(again.handwritten()).isFalse();
    assertThat(ReadmeProposal.of(copied()).file().diff()).isEmpty();
  }

  private AuthoredChart copied() {
    return AuthoredChart.read(folder, "chart", new Problems());
  }

  private static AuthoredChart chart(String name) {
    return AuthoredChart.read(CHARTS.resolve(name), name, new Problems());
  }

  private static String notes(List<Problem> notes) {
    StringBuilder out = new StringBuilder();
    for (Problem note : notes) {
      out.append(note.severity()).append(' ').append(note).append('\n');
      if (!note.hint().isEmpty()) {
        out.append("  ").append(note.hint()).append('\n');
      }
    }
    return out.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
