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
}
