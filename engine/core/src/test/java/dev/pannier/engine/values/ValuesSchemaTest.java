package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesSchemaTest {

  @ParameterizedTest(name = "{1} under {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type': 'integer'} | 5 | true",
        "{'type': 'integer'} | 5.0 | true",
        "{'type': 'integer'} | 1e3 | true",
        "{'type': 'integer'} | 5.5 | false",
        "{'type': 'integer'} | '5' | false",
        "{'type': 'number'} | 0.10 | true",
        "{'type': 'integer', 'maximum': 9007199254740992} | 9007199254740993 | false",
        "{'type': 'integer', 'minimum': 1} | 12345678901234567890123 | true",
        "{'type': 'integer', 'maximum': 12345678901234567890123} | 12345678901234567890124 | false",
        "{'type': 'integer', 'maximum': 10} | 1e30 | false",
        "{'multipleOf': 0.01} | 0.10 | true",
        "{'multipleOf': 0.1} | 0.3 | true",
        "{'multipleOf': 0.1} | 0.35 | false",
        "{'enum': [1]} | 1.0 | true",
        "{'enum': [0.1]} | 0.10 | true",
        "{'const': 100} | 1e2 | true",
        "{'const': {'a': 0.10}} | {a: 0.1} | true",
        "{'exclusiveMinimum': 0} | 0 | false",
        "{'exclusiveMinimum': 0} | 0.0000000000000000000000001 | true",
        "{'minLength': 1} | 😀 | true",
        "{'maxLength': 1} | 😀 | true",
        "{'uniqueItems': true} | [1, 1.0] | false",
        "{'minItems': 2.0} | [1] | false",
        "{'pattern': '^a$'} | a | true",
        "{'pattern': '^a$'} | \"a\\n\" | false",
        "{'pattern': '^a$'} | \"a\\x85\" | false",
        "{'pattern': '^[a$]+\\\\$$'} | a$$ | true",
      })
  void numbers_are_compared_exactly(String schema, String value, boolean fits) {
    String whole = "{'properties': {'x': " + schema + "}}";
    assertThat(
            ValuesSchema.check(
                (MapNode) YamlReader.read(new Source("values.yaml", "x: " + value)),
                new Source("values.schema.json", whole.replace('\'', '"')),
                ""))
        .hasSize(fits ? 0 : 1);
  }

  @ParameterizedTest(name = "{1} under {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$schema': '4', 'properties': {'x': {'minimum': 1, 'exclusiveMinimum': true}}} | x: 1 |"
            + " 1",
        "{'$schema': '6', 'properties': {'x': {'exclusiveMinimum': 1}}} | x: 1 | 1",
        "{'$schema': '6', 'properties': {'x': {'if': true, 'then': false}}} | x: 1 | 0",
        "{'$schema': '7', 'properties': {'x': {'if': true, 'then': false}}} | x: 1 | 1",
        "{'$schema': '7', 'dependencies': {'x': ['z']}} | x: 1 | 1",
        "{'$schema': '7', 'definitions': {'a': {'type': 'null'}}, 'properties': {'x': {'$ref':"
            + " '#/definitions/a'}}} | x: 1 | 1",
        "{'$schema': '7', 'properties': {'x': {'items': [{'type': 'string'}], 'additionalItems':"
            + " false}}} | x: [a, b] | 1",
        "{'$schema': '2019-09', 'dependentRequired': {'x': ['z']}} | x: 1 | 1",
        "{'$schema': '2020-12', 'properties': {'x': {'prefixItems': [{'type': 'null'}]}}} | x: [1]"
            + " | 1",
        "{'$schema': 'https://example.com/own', 'properties': {'x': {'prefixItems': [{'type':"
            + " 'null'}]}}} | x: [1] | 1",
        "{'properties': {'x': {'prefixItems': [{'type': 'null'}]}}} | x: [1] | 1",
        "{'$id': 'values', 'properties': {'x': {'$ref': '#port'}}, '$defs': {'p': {'$anchor':"
            + " 'port', 'type': 'null'}}} | x: 1 | 1",
        "{'$id': '#/root', 'properties': {'x': {'$ref': '#/$defs/p'}}, '$defs': {'p': {'$id':"
            + " '#/p', 'type': 'null'}}} | x: 1 | 1",
        "{'$id': 'values.schema.json', 'properties': {'x': {'$ref': '#/$defs/p'}}, '$defs': {'p':"
            + " {'type': 'null'}}} | x: 1 | 1",
        "{'$schema': '7', '$id': 'http://example.com/root.json', 'properties': {'x': {'$id':"
            + " '#/properties/x', 'type': 'null'}}} | x: 1 | 1",
        "{'$id': 'https://example.com/a.json', 'properties': {'x': {'$ref': 'b.json'}}, '$defs':"
            + " {'b': {'$id': 'https://example.com/b.json', 'type': 'null'}}} | x: 1 | 1",
        "{'properties': {'x': {'$ref': 'https://json-schema.org/draft/2020-12/schema'}}} | x:"
            + " {type: 1} | 1",
        "{'properties': {'x': {'$ref': '#/properties/a~1b%25'}, 'a/b%': {'type': 'null'}}} | x: 1 |"
            + " 1",
        "{'properties': {'$ref': {'type': 'string'}, 'const': {'type': 'string'}}} | const: a | 0",
        "{'properties': {'x': {'const': {'$ref': 'elsewhere.json'}}}} | x: {$ref: elsewhere.json} |"
            + " 0",
        "true | x: 1 | 0",
        "false | x: 1 | 1",
        "{} | x: 1 | 0",
      })
  void the_draft_that_a_schema_names_counts(String schema, String values, int problems) {
    String text =
        schema
            .replaceAll(
                "'\\$schema': '([467])'", "'\\$schema': 'http://json-schema.org/draft-0$1/schema#'")
            .replaceAll(
                "'\\$schema': '(20..-..)'",
                "'\\$schema': 'https://json-schema.org/draft/$1/schema'")
            .replace('\'', '"');
    assertThat(
            ValuesSchema.check(
                (MapNode) YamlReader.read(new Source("values.yaml", values)),
                new Source("values.schema.json", text),
                ""))
        .hasSize(problems)
        .allMatch(problem -> problem.code().equals("values.schema-violation"));
  }
}
