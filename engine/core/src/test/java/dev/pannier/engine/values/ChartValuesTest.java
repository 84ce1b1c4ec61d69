package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartValuesTest {

  @ParameterizedTest(name = "{0} over the defaults {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {a: null, b: {c: null, d: 1}} | {b: {d: 1}}",
        "{a: null} | {a: 1, b: 2} | {b: 2}",
        "{a: null} | {a: null} | {}",
        "{a: null} | {} | {a: null}",
        "{a: {x: null}} | {a: {x: null, y: null, z: 1}} | {a: {z: 1, x: null}}",
        "{a: {x: null}} | {a: {x: 1, z: 1}} | {a: {z: 1}}",
        "{sub: {x: null}} | {sub: {x: 1, y: null, z: 1}} | {sub: {x: null, y: null, z: 1}}",
        "{} | {sub: {x: null, z: 1}} | {sub: {z: 1}}",
        "{sub: null} | {sub: {x: 1}} | {}",
        "{n: 1, a: 2} | {a: 1} | {a: 2, n: 1}",
      })
  void values_go_over_defaults_as_in_helm(String values, String defaults, String expected) {
    MapNode result =
        ChartValues.overDefaults(map(values), map(defaults), Set.of("sub"), new Problems());
    assertThat(JsonWriter.write(result)).isEqualTo(JsonWriter.write(map(expected)));
  }

  @ParameterizedTest(name = "{1} hands its globals to {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {} | {global: {}} | 0",
        "{a: 1} | {global: {x: 1}} | {a: 1, global: {x: 1}} | 0",
        "{global: {x: 1, y: 2}} | {global: {x: 3}} | {global: {x: 3, y: 2}} | 0",
        "{global: {m: {x: 1, y: 2}}} | {global: {m: {x: 3}}} | {global: {m: {x: 3, y: 2}}} | 0",
        "{global: {m: {x: 1}}} | {global: {m: {x: null}}} | {global: {m: {x: null}}} | 0",
        "{global: {m: 1}} | {global: {m: {x: 3}}} | {global: {m: 1}} | 1",
        "{global: {m: {x: 1}}} | {global: {m: 1}} | {global: {m: {x: 1}}} | 1",
        "{global: 1} | {global: {m: 1}} | {global: 1} | 1",
        "{global: {a: 1}} | {global: 1} | {global: {a: 1}} | 1",
      })
  void globals_go_down_as_in_helm(String values, String parent, String expected, int warnings) {
    Problems told = new Problems();
    MapNode result = ChartValues.withGlobals(map(values), map(parent), told);
    assertThat(JsonWriter.write(result)).isEqualTo(JsonWriter.write(map(expected)));
    assertThat(told.all()).hasSize(warnings);
    assertThat(told.hasErrors()).isFalse();
  }

  private static MapNode map(String yaml) {
    return (MapNode) YamlReader.read(new Source("test.yaml", yaml));
  }
}
