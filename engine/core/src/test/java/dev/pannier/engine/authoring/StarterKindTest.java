package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StarterKindTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/dev/pannier/engine/authoring/starter");

  @Test
  void every_file_of_the_starters_is_on_the_list() throws IOException {
    Set<String> listed = new TreeSet<>(Set.of("starters.txt"));
    for (String line : Files.readAllLines(FOLDER.resolve("starters.txt"))) {
      if (!line.startsWith("#") && !line.contains("/ = ")) {
        String from = line.contains(" = ") ? line.split(" = ")[1] : line.replaceFirst(" ", "/");
        listed.add(from);
      }
    }
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<String> there =
          files.filter(Files::isRegularFile).map(FOLDER::relativize).map(Path::toString).toList();
      assertThat(there).containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @ParameterizedTest
  @EnumSource(StarterKind.class)
  void the_name_of_the_chart_stands_wherever_it_belongs(StarterKind kind) {
    kind.files("shop")
        .forEach((name, content) ->
            assertThat(name + new String(content, StandardCharsets.UTF_8))
                .doesNotContain("<CHART"));
    assertThat(new String(kind.files("shop").get("Chart.yaml"), StandardCharsets.UTF_8))
        .contains("\nname: shop\n");
  }
}
