package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody wrote into a schema stays. */
class SchemaMergeTest {

  @TempDir private Path directory;
  private AuthoringFolder folder;

  @BeforeEach
  void chart() {
    folder = AuthoringFolder.in(directory);
  }

  @Test
  void keys_that_it_lacks_come_where_values_yaml_has_them() {
    folder.file("values.yaml", "a: 1\nb: 2\nc: 3\nd: 4\n");
    thenBecomes(
        """
        {
          "properties": {
            "b": { "type": "integer", "minimum": 1 },
            "d": { "$ref": "#/$defs/d" }
          },
          "$defs": { "d": true }
        }
        """,
        """
        {
          "properties": {
            "a": { "type": "integer", "default": 1 },
            "b": { "type": "integer", "minimum": 1 },
            "c": { "type": "integer", "default": 3 },
            "d": { "$ref": "#/$defs/d" }
          },
          "$defs": { "d": true }
        }
        """);
    assertThat(folder.schema().added()).containsExactly("a", "c");
    assertThat(folder.schema().handwritten()).isTrue();
  }

  @Test
  void its_way_of_writing_stays() {
    folder.file("values.yaml", "a: {x: 1, z: 2}\nb: text\n");
    thenBecomes(
        "{\n"
            + "\t\"properties\": {\n"
            + "\t\t\"a\": {\"properties\":{\"x\":{}}, \"type\":\"object\"}\n"
            + "\t}\n"
            + "}",
        "{\n\t\"properties\": {\n\t\t\"a\": {\"properties\":{\"x\":{},"
            + " \"z\": { \"type\": \"integer\", \"default\": 2 }}, \"type\":\"object\"},\n"
            + "\t\t\"b\": { \"type\": \"string\", \"default\": \"text\" }\n\t}\n}");
  }

  @Test
  void several_levels_are_indented_as_the_file_is() {
    folder.file("values.yaml", "a: {b: {c: 1}}\n");
    thenBecomes(
        """
        {
            "properties": {}
        }
        """,
        """
        {
            "properties": {
                "a": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                        "b": {
                            "type": "object",
                            "additionalProperties": false,
                            "properties": {
                                "c": { "type": "integer", "default": 1 }
                            }
                        }
                    }
                }
            }
        }
        """);
  }

  @Test
  void a_root_without_properties_gets_them() {
    folder.file("values.yaml", "a: 1\n");
    thenBecomes(
        """
        {
          "type": "object",
          "required": ["a"]
        }
        """,
        """
        {
          "type": "object",
          "required": ["a"],
          "properties": {
            "a": { "type": "integer", "default": 1 },
            "global": { "description": "Values that all charts of a release share.", "type": "object" }
          }
        }
        """);
  }

  @Test
  void what_is_open_stays_open() {
    folder.file("values.yaml", "map: {a: 1}\nrest: {x-a: 1, z: 2}\nother: {k: 1}\nref: {k: 1}\n");
    thenStays(
        """
        { "properties": {
            "map": { "type": "object" },
            "rest": { "additionalProperties": false,
                      "properties": { "z": {} }, "patternProperties": { "^x-": {} } },
            "other": { "properties": {}, "additionalProperties": { "type": "integer" } },
            "ref": { "$ref": "#/$defs/k", "properties": {} }
          },
          "$defs": { "k": {} } }
        """);
  }

  @Test
  void a_closed_root_learns_what_all_charts_share() {
    folder.file("values.yaml", "a: 1\n");
    thenBecomes(
        "{ \"properties\": { \"a\": {} }, \"additionalProperties\": false }\n",
        "{ \"properties\": { \"a\": {}, \"global\": { \"description\": \"Values that all charts of"
            + " a release share.\", \"type\": \"object\" } }, \"additionalProperties\": false }\n");
  }

  @Test
  void a_default_that_values_yaml_contradicts_is_mended() {
    folder.file("values.yaml", "a: 2\nb: [x]\nc: null\n");
    thenBecomes(
        """
        { "properties": {
            "a": { "default": 1, "type": "integer" }, "b": { "default": ["y",
              "z"] }, "c": { "default": "kept" } } }
        """,
        """
        { "properties": {
            "a": { "default": 2, "type": "integer" }, "b": { "default": ["x"] }, "c": { "default": "kept" } } }
        """);
    assertThat(folder.schema().updated()).containsExactly("a: 2", "b: [\"x\"]");
  }

  @Test
  void windows_line_ends_stay() {
    folder.file("values.yaml", "a: 1\r\nb: 2\r\n");
    thenBecomes(
        "{\r\n  \"properties\": {\r\n    \"a\": {}\r\n  }\r\n}\r\n",
        "{\r\n  \"properties\": {\r\n    \"a\": {},\r\n    \"b\": { \"type\": \"integer\","
            + " \"default\": 2 }\r\n  }\r\n}\r\n");
  }

  @Test
  void what_was_made_is_made_anew() {
    folder.file("values.yaml", "a: 1\n");
    folder.schema().file().write();
    folder.file("values.yaml", "a: text\nb: 2\n");

    assertThat(folder.schema().handwritten()).isFalse();
    assertThat(folder.schema().file().after()).contains("\"a\": { \"type\": \"string\"", "\"b\"");
  }

  @Test
  void formatting_alone_makes_nobody_its_author() {
    folder.file("values.yaml", "a: 1\n");
    folder.schema().file().write();
    folder.file("values.schema.json", folder.read("values.schema.json").replace("\n", "\n\t"));

    assertThat(folder.schema().file().differs()).isFalse();
    folder.file("values.yaml", "b: 1\n");
    assertThat(folder.schema().handwritten()).isFalse();
  }

  @Test
  void what_was_made_and_then_edited_is_kept() {
    folder.file("values.yaml", "a: 1\n");
    folder.schema().file().write();
    String edited = folder.read("values.schema.json").replace("\"default\": 1", "\"minimum\": 1");
    folder.file("values.schema.json", edited).file("values.yaml", "a: text\nb: 2\n");

    SchemaProposal proposal = folder.schema();
    assertThat(proposal.handwritten()).isTrue();
    assertThat(proposal.file().after())
        .contains("\"a\": { \"type\": \"integer\", \"minimum\": 1 }");
    assertThat(proposal.added()).containsExactly("b");
    assertThat(proposal.notes())
        .extracting(Object::toString)
        .anyMatch(note -> note.contains("`a`"));
  }

  @Test
  void force_gives_up_what_was_written() {
    folder.file("values.yaml", "a: 1\n").file("values.schema.json", "{ broken");

    assertThatThrownBy(folder::schema).isInstanceOf(ChartException.class);
    assertThat(SchemaProposal.of(folder.chart(), true).orElseThrow().file().after())
        .contains("\"a\": { \"type\": \"integer\"");
  }

  @Test
  void a_schema_that_is_no_map_is_left_alone() {
    folder.file("values.yaml", "a: 1\n");
    thenStays("true\n");
  }

  @Test
  void without_values_and_schema_there_is_nothing_to_propose() {
    assertThat(SchemaProposal.of(folder.chart(), false)).isEmpty();
    folder.file("values.yaml", "# only a comment\n");
    assertThat(SchemaProposal.of(folder.chart(), false)).isEmpty();
  }

  @Test
  void a_schema_without_a_values_yaml_is_not_emptied() {
    folder.file("values.schema.json", "{ \"properties\": { \"a\": {} } }");
    assertThatThrownBy(folder::schema).hasMessageContaining("no values.yaml");
  }

  private void thenBecomes(String written, String expected) {
    folder.file("values.schema.json", written);
    SchemaProposal proposal = folder.schema();
    assertThat(proposal.file().after()).isEqualTo(expected);
    proposal.file().write();
    assertThat(folder.schema().file().differs()).isFalse();
    folder.file("values.schema.json", written);
  }

  private void thenStays(String written) {
    folder.file("values.schema.json", written);
    assertThat(folder.schema().file().diff()).isEmpty();
  }
}
