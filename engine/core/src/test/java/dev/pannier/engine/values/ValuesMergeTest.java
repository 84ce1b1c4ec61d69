package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesMergeTest {

  @ParameterizedTest(name = "{0} over {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {a: 1} | {a: 1}",
        "{a: 1} | {} | {a: 1}",
        "{a: 1} | {a: 2} | {a: 1}",
        "{c: 1, a: 9} | {a: 1, b: 2} | {a: 9, b: 2, c: 1}",
        "{a: {x: 1}} | {a: {y: 2}} | {a: {y: 2, x: 1}}",
        "{a: [1]} | {a: [2, 3]} | {a: [1]}",
        "{a: null} | {a: 1} | {}",
        "{a: null} | {a: {b: 1}} | {}",
        "{a: null} | {a: [1]} | {}",
        "{a: null} | {} | {a: null}",
        "{a: null} | {a: null} | {a: null}",
        "{} | {a: null} | {a: null}",
        "{a: {b: {c: null}}} | {a: {b: {c: 1, d: 2}}} | {a: {b: {d: 2}}}",
        "{a: {b: {c: null}}} | {a: {b: {c: 1}}} | {a: {b: {}}}",
        "{a: {b: null}} | {a: 1} | {a: {b: null}}",
        "{a: {b: null}} | {} | {a: {b: null}}",
        "{a: 1} | {a: {b: 1}} | {a: 1}",
        "{a: {b: 1}} | {a: 1} | {a: {b: 1}}",
        "{a: {b: 1}} | {a: null} | {a: {b: 1}}",
        "{a: 0.10} | {a: 1e3, b: 1000000} | {a: 0.10, b: 1000000}",
      })
  void coalescing_follows_helm(String over, String under, String expected) {
    MapNode result = ValuesMerge.coalesce(map(over), map(under));
    assertThat(JsonWriter.write(result)).isEqualTo(JsonWriter.write(map(expected)));
  }

  @ParameterizedTest(name = "{0} over {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: null} | {a: 1} | {a: null}",
        "{a: null} | {a: {b: 1}} | {a: null}",
        "{a: {b: {c: null}}} | {a: {b: {c: 1, d: 2}}} | {a: {b: {c: null, d: 2}}}",
        "{a: {b: 1}} | {a: null} | {a: {b: 1}}",
        "{} | {a: null} | {a: null}",
        "{b: 1} | {a: {b: 2}} | {a: {b: 2}, b: 1}",
      })
  void merging_keeps_nulls(String over, String under, String expected) {
    MapNode result = ValuesMerge.merge(map(over), map(under));
    assertThat(JsonWriter.write(result)).isEqualTo(JsonWriter.write(map(expected)));
  }

  @Test
  void a_key_that_both_have_was_written_where_the_upper_one_has_it() {
    MapNode over = map("over.yaml", "image:\n  tag: x\n");
    MapNode under = map("under.yaml", "image:\n  name: a\n  tag: y\n");
    MapNode image = ValuesMerge.coalesce(over, under).map("image");
    assertThat(image.keyOrigin("tag")).hasToString("over.yaml:2:3");
    assertThat(image.entries().get("tag").origin()).hasToString("over.yaml:2:8");
    assertThat(image.keyOrigin("name")).hasToString("under.yaml:2:3");
    assertThat(image.origin()).hasToString("over.yaml:2:3");
  }

  @Test
  void a_map_that_meets_what_is_none_is_told() {
    Problems warnings = new Problems();
    ValuesMerge.coalesce(
        map("over.yaml", "a: {b: 1}\nc: {d: {e: 1}}\nf: null\ng: {h: 1}"),
        map("under.yaml", "a: {b: {x: 1}}\nc: {d: text}\nf: {x: 1}\ng: null"),
        warnings);
    assertThat(warnings.hasErrors()).isFalse();
    assertThat(warnings.all())
        .extracting(Object::toString)
        .containsExactly(
            "over.yaml:1:8: `a.b` is set to a number where the values below have a map.",
            "over.yaml:2:8: `c.d` is set to a map where the values below have a string.");
    assertThat(warnings.all().getFirst().notes().getFirst().location())
        .hasToString("under.yaml:1:8");
  }

  @Test
  void nulls_are_taken_out_of_maps_at_any_depth_and_left_in_lists() {
    assertThat(ValuesMerge.withoutNulls(map("{a: null, b: {c: null, d: [null, {e: null}]}}")))
        .isEqualTo(map("{b: {d: [null, {e: null}]}}"));
    MapNode clean = map("{a: {b: 1}}");
    assertThat(ValuesMerge.withoutNulls(clean)).isSameAs(clean);
  }

  private static MapNode map(String yaml) {
    return map("test.yaml", yaml);
  }

  private static MapNode map(String name, String yaml) {
    return (MapNode) YamlReader.read(new Source(name, yaml));
  }
}
