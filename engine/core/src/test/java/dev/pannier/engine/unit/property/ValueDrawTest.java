package dev.pannier.engine.unit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.values.ValuesSchema;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDrawTest {

  /** Each schema, how often its draws fit at least, and how many different ones there are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type': 'boolean'} | 100 | 2",
        "{'type': ['integer', 'null'], 'minimum': 3, 'maximum': 5} | 100 | 4",
        "{'type': 'integer', 'exclusiveMinimum': 3, 'exclusiveMaximum': 6} | 100 | 2",
        "{'type': 'integer', 'multipleOf': 7, 'minimum': 1} | 100 | 4",
        "{'type': 'number', 'minimum': -0.5, 'maximum': 0.5} | 100 | 4",
        "{'minimum': 3} | 100 | 5",
        "{'enum': ['a', 1, null, {'b': []}]} | 100 | 4",
        "{'const': {'a': 1}} | 100 | 1",
        "{'type': 'string'} | 100 | 40",
        "{'type': 'string', 'minLength': 3, 'maxLength': 4} | 100 | 20",
        "{'type': 'string', 'minLength': 400} | 100 | 10",
        "{'pattern': '^a[0-9]{2}$'} | 100 | 20",
        "{'pattern': 'a'} | 100 | 10",
        "{'pattern': '^a+$', 'maxLength': 3} | 90 | 2",
        "{'type': 'string', 'format': 'ipv4'} | 100 | 3",
        "{'type': 'array', 'items': {'type': 'integer', 'minimum': 0}} | 100 | 20",
        "{'type': 'array', 'minItems': 2, 'maxItems': 2, 'items': {'type': 'boolean'}} | 100 | 4",
        "{'type': 'array', 'uniqueItems': true, 'items': {'enum': [1, 2, 3]}} | 100 | 10",
        "{'prefixItems': [{'const': 1}, {'const': 2}], 'items': false} | 100 | 3",
        "{'type': 'array', 'contains': {'const': 1}, 'items': {'type': 'integer'}, 'minItems': 1} |"
            + " 80 | 5",
        "{'type': 'object', 'additionalProperties': {'type': 'string'}} | 100 | 20",
        "{'type': 'object', 'additionalProperties': {'type': 'integer'}, 'minProperties': 2,"
            + " 'propertyNames': {'pattern': '^[a-z]+$'}} | 90 | 20",
        "{'patternProperties': {'^x-': {'type': 'boolean'}}, 'additionalProperties': false} | 100 |"
            + " 5",
        "{'properties': {'a': {'type': 'boolean'}, 'b': {'const': 1}}, 'required': ['a']} | 100 |"
            + " 4",
        "{'properties': {'a': {'const': 1}, 'b': {'const': 1}}, 'dependentRequired': {'a': ['b']}}"
            + " | 100 | 3",
        "{'allOf': [{'type': 'integer', 'minimum': 3}, {'maximum': 4}]} | 100 | 2",
        "{'allOf': [{'properties': {'a': {'minimum': 3}}}, {'properties': {'a': {'maximum': 3}}}]}"
            + " | 100 | 2",
        "{'anyOf': [{'const': 1}, {'type': 'boolean'}]} | 100 | 3",
        "{'oneOf': [{'type': 'integer', 'minimum': 0}, {'const': 'auto'}]} | 100 | 5",
        "{'$ref': '#/$defs/a~1b'} | 100 | 2",
        "{'$ref': '#/$defs/tree'} | 100 | 5",
        "{'properties': {'kind': {'enum': ['a', 'b']}, 'n': {'type': 'integer'}},"
            + " 'if': {'properties': {'kind': {'const': 'a'}}, 'required': ['kind']},"
            + " 'then': {'properties': {'n': {'minimum': 5}}},"
            + " 'else': {'properties': {'n': {'maximum': 3}}}} | 60 | 10",
        "{'type': 'object', 'properties': {'a': {'not': {'const': 1}, 'type': 'integer'}}} | 90 |"
            + " 5",
      })
  void what_is_drawn_fits_the_schema(String schema, int fitting, int different) {
    String whole =
        """
        {"type": "object", "required": ["x"], "properties": {"x": %s},
         "$defs": {"a/b": {"type": "boolean"},
                   "tree": {"type": "object", "properties": {"left": {"$ref": "#/$defs/tree"}, "size": {"type": "integer"}}}}}
        """
            .formatted(schema.replace('\'', '"'));
    Source source = new Source("values.schema.json", whole);
    Set<Node> drawn = new LinkedHashSet<>();
    int fits = 0;
    for (int i = 0; i < 100; i++) {
      MapNode values = draw(source, i, MapNode.EMPTY);
      boolean fit = ValuesSchema.check(values, source, "").isEmpty();
      fits += fit ? 1 : 0;
      drawn.add(values);
    }
    assertThat(fits).as(drawn.toString()).isGreaterThanOrEqualTo(fitting);
    assertThat(drawn).hasSizeGreaterThanOrEqualTo(different);
  }

  @Test
  void the_same_seed_draws_the_same() {
    Source schema =
        new Source(
            "values.schema.json",
            """
            {"properties": {"a": {"type": "string"}, "b": {"type": "array", "items": {"type": "number"}}}}
            """);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(draw(schema, seed, MapNode.EMPTY)).isEqualTo(draw(schema, seed, MapNode.EMPTY));
    }
  }

  @Test
  void what_the_schema_leaves_open_is_not_invented() {
    Source schema =
        new Source(
            "values.schema.json",
            """
            {"properties": {"resources": {"type": "object"}, "any": {}, "no": false,
                            "tolerations": {"type": "array", "items": {"type": "object"}}}}
            """);
    for (int seed = 0; seed < 50; seed++) {
      MapNode values = draw(schema, seed, MapNode.EMPTY);
      assertThat(values.keys()).doesNotContain("resources", "any", "no");
      assertThat(values.list("tolerations")).isEmpty();
    }
  }

  @Test
  void what_the_defaults_have_need_not_be_drawn() {
    Source schema =
        new Source(
            "values.schema.json",
            """
            {"required": ["image"], "properties": {"image": {"type": "object", "required": ["name"],
             "properties": {"name": {"type": "string"}, "tag": {"const": "1"}}}}}
            """);
    MapNode defaults = (MapNode) JsonReader.read(new Source("", "{\"image\": {\"name\": \"a\"}}"));
    Set<Node> drawn = new LinkedHashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      drawn.add(draw(schema, seed, defaults));
    }
    assertThat(drawn).contains(MapNode.EMPTY);
    assertThat(drawn).contains(JsonReader.read(new Source("", "{\"image\": {\"tag\": \"1\"}}")));
  }

  private static MapNode draw(Source schema, int seed, MapNode defaults) {
    Node root = JsonReader.read(schema);
    return new ValueDraw(root, new SplittableRandom(seed), 0.5).top(root, defaults);
  }
}
