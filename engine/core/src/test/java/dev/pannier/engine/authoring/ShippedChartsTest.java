package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts that ship with Pannier are as `pannier schema` and `pannier docs` would have them. */
class ShippedChartsTest {

  private static final Path CHARTS = Path.of("..", "..", "charts");

  static Stream<String> charts() throws IOException {
    try (Stream<Path> folders = Files.list(CHARTS)) {
      return folders
          .filter(path -> Files.exists(path.resolve("Chart.yaml")))
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void its_schema_knows_all_its_values(String name) {
    SchemaProposal.of(chart(name), false)
        .ifPresent(proposal -> {
          assertThat(proposal.file().diff()).isEmpty();
          assertThat(proposal.notes()).noneMatch(note -> note.code().startsWith("values."));
        });
  }

  /** `./pannier docs charts/*` brings them up to date. */
  @ParameterizedTest
  @MethodSource("charts")
  void its_readme_tells_all_its_values(String name) {
    assertThat(ReadmeProposal.of(chart(name)).file().diff()).isEmpty();
  }

  private static AuthoredChart chart(String name) {
    return AuthoredChart.read(CHARTS.resolve(name), name, new Problems());
  }
}
