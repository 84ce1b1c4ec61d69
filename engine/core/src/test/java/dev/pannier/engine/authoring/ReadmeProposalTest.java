package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeProposalTest {

  @TempDir private Path directory;
  private AuthoringFolder folder;

  @BeforeEach
  void chart() {
    folder = AuthoringFolder.in(directory).file("values.yaml", "# How many.\ncount: 1\n");
  }

  @Test
  void what_stands_between_the_markers_is_replaced_and_nothing_else() {
    folder.file(
        "README.md",
        "# Shop\n\nabove\n\n<!-- values -->\nold\n<!-- /values -->\n\nbelow, no break");

    assertThat(after())
        .startsWith("# Shop\n\nabove\n\n<!-- values -->\n<!-- Made")
        .contains("| `count` | integer | `1` | How many. |\n\n<!-- /values -->\n")
        .endsWith("<!-- /values -->\n\nbelow, no break")
        .doesNotContain("old");
    assertThat(folder.readme().notes()).isEmpty();
  }

  @Test
  void without_markers_a_section_comes_at_the_end_and_a_note_says_so() {
    folder.file("README.md", "# Shop");

    assertThat(after()).startsWith("# Shop\n\n## Values\n\n<!-- values -->\n").contains("`count`");
    assertThat(folder.readme().notes()).hasSize(1);
    assertThat(folder.readme().notes().getFirst().hint()).contains("<!-- values -->");
  }

  @Test
  void markers_in_fenced_code_are_none() {
    folder.file("README.md", "```\n<!-- values -->\n```\n<!-- values -->\n<!-- /values -->\n");

    assertThat(after()).startsWith("```\n<!-- values -->\n```\n<!-- values -->\n<!-- Made");
  }

  @Test
  void a_marker_without_its_other_is_an_error_at_its_line() {
    thenRefused("# a\n<!-- values -->\n", "README.md:2:1", "is not closed");
    thenRefused("<!-- /values -->\n", "README.md:1:1", "closes what was not opened");
    thenRefused("<!-- values -->\n<!-- values -->\n", "README.md:2:1", "A second");
  }

  @Test
  void windows_line_ends_stay() {
    folder.file("README.md", "# a\r\n<!-- values -->\r\n<!-- /values -->\r\n");

    assertThat(after().replace("\r\n", "")).doesNotContain("\n");
    folder.readme().file().write();
    assertThat(folder.readme().file().differs()).isFalse();
  }

  @Test
  void a_readme_by_another_case_is_the_readme() {
    folder.file("readme.md", "# a\n<!-- values -->\n<!-- /values -->\n");

    assertThat(folder.readme().file().path()).hasFileName("readme.md");
  }

  @Test
  void a_chart_without_values_needs_no_section() {
    folder.file("values.yaml", "# nothing\n").file("README.md", "# a\n");
    assertThat(folder.readme().file().differs()).isFalse();

    folder.file("README.md", "<!-- values -->\n<!-- /values -->\n");
    assertThat(after()).contains("The chart has no values.\n");
  }

  @Test
  void constraints_and_texts_of_a_schema_that_was_written_by_hand_are_told() {
    folder
        .file("values.yaml", "level: info\nport: 80\n")
        .file(
            "values.schema.json",
            """
            { "properties": {
                "level": { "enum": ["info", "a|b"], "description": "How loud" },
                "port": { "$ref": "#/$defs/port", "description": "Where" } },
              "$defs": { "port": { "type": "integer", "minimum": 1, "maximum": 9 } } }
            """);

    assertThat(after())
        .contains("| `level` | string | `info` | How loud. One of `info`, `a\\|b`. |")
        .contains("| `port` | integer | `80` | Where. From 1 to 9. |");
  }

  @Test
  void long_defaults_are_folded() {
    folder.file(
        "values.yaml",
        """
        script: |
          if [ a ] | b; then
            echo "a line that is quite long"; echo "and one <more>"
          fi
        """);

    assertThat(after())
        .contains(
            "| <details><summary>3 lines</summary><pre>if [ a ] &#124; b; then<br>  echo \"a line"
                + " that is quite long\"; echo \"and one &lt;more>\"<br>fi</pre></details> |");
  }

  private String after() {
    return folder.readme().file().after();
  }

  private void thenRefused(String readme, String place, String message) {
    folder.file("README.md", readme);
    assertThatThrownBy(folder::readme).hasMessageContaining(place).hasMessageContaining(message);
  }
}
