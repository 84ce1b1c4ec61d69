package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read whose values do not fit, and those whose schema is broken. */
class SchemaProblemsTest {

  private static final Path FOLDER = Path.of("src/test/resources/values/schema");
  private static final Goldens GOLDENS = Goldens.in("values/schema");

  @ParameterizedTest
  @ValueSource(strings = {"web", "choices", "odds"})
  void each_violation_is_told_where_the_value_was_set(String name) throws IOException {
    Source values = new Source("values.yaml", Files.readString(FOLDER.resolve(name + ".yaml")));
    Source schema =
        new Source("values.schema.json", Files.readString(FOLDER.resolve(name + ".schema.json")));
    var problems = ValuesSchema.check((MapNode) YamlReader.read(values), schema, "");
    GOLDENS.check(name + ".txt", ProblemText.of(problems));
  }

  @Test
  void each_broken_schema_is_told_at_its_place() {
    List<String> schemas =
        List.of(
            "{\n  \"type\": \"object\",\n}",
            "[]",
            "{\"type\": \"strin\"}",
            "{\"type\": \"map\"}",
            "{\"properties\": {\"a\": \"string\"}}",
            "{\"properties\": {\"a\": {\"required\": true}}}",
            "{\"properties\": {\"a\": {\"pattern\": \"[a-\"}}}",
            "{\"patternProperties\": {\"(\": {}}}",
            "{\"minimum\": \"1\", \"minLength\": -1}",
            "{\"anyOf\": []}",
            "{\"$ref\": \"common.json#/a\"}",
            "{\"$ref\": \"https://example.com/schema.json\"}",
            "{\"$ref\": \"file:///etc/passwd\"}",
            "{\"$ref\": \"#/$defs/missing\"}",
            "{\"$defs\": {\"port\": {}}, \"$ref\": \"#/$defs/prot\"}",
            "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}, \"$ref\": \"#/$defs/a\"}",
            "{\"allOf\": [{\"$ref\": \"#\"}]}");
    StringBuilder text = new StringBuilder();
    for (String schema : schemas) {
      var problems =
          ValuesSchema.check(MapNode.EMPTY, new Source("values.schema.json", schema), "");
      assertThat(problems).as(schema).isNotEmpty();
      text.append(ProblemText.of(problems)).append('\n');
    }
    GOLDENS.check("broken.txt", text.toString());
  }

  @Test
  void the_values_of_a_subchart_are_named_by_their_whole_path() {
    Source schema =
        new Source(
            "charts/db/values.schema.json",
            "{\"required\": [\"user\"], \"properties\": {\"port\": {\"type\": \"integer\"}}}");
    MapNode values = (MapNode) YamlReader.read(new Source("my.yaml", "port: x"));
    assertThat(ValuesSchema.check(values, schema, "db."))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "my.yaml:1:1: `db.user` is missing.",
            "my.yaml:1:7: `db.port` is the string `\"x\"` but must be an integer.");
  }

  @Test
  void a_flag_that_set_the_value_is_named() {
    MapNode values = UserValues.read(List.of(new ValuesFlag.Set("image.tag=1")), Source::named);
    Source schema =
        new Source(
            "values.schema.json",
            """
            {"properties": {"image": {"properties": {"tag": {"type": "string"}}}}}
            """);
    assertThat(ProblemText.of(ValuesSchema.check(values, schema, "")))
        .isEqualTo(
            """
            [values.schema-violation] --set image.tag=1:1:17: `image.tag` is the number `1` but must be a string.
                --set image.tag=1
                                ^
              note: the schema's `type`, at values.schema.json:1:50
              hint: Use `--set-string` to set a string.
            """);
  }
}
