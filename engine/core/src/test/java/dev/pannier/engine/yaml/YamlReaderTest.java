package dev.pannier.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  @ParameterizedTest(name = "{0} reads as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | true",
        "on | true",
        "y | true",
        "N | false",
        "017 | 15",
        "0o17 | 15",
        "0x1F | 31",
        "0b11 | 3",
        "08 | 8",
        "1_000 | 1000",
        "+12 | 12",
        "-0x10 | -16",
        "1000000 | 1000000",
        "0.10 | 0.10",
        "1e3 | 1e3",
        ".5 | 0.5",
        "5. | 5",
        "12345678901234567890123 | 12345678901234567890123",
        "12:30:45 | \"12:30:45\"",
        "2001-12-14 | \"2001-12-14\"",
        "~ | null",
        "'' | null",
        "1.2.3 | \"1.2.3\"",
        "0x | \"0x\"",
        "- | [null]",
        "-a | \"-a\"",
        "1e | \"1e\"",
      })
  void plain_scalars_read_as_kubernetes_reads_them(String yaml, String json) {
    assertThat(JsonWriter.write(read(yaml))).isEqualTo(json);
  }

  @Test
  void keys_are_read_by_the_same_rules() {
    assertThat(read("y: 1\n8: 2\nnull: 3")).hasToString("{\"true\":1,\"8\":2,\"null\":3}");
  }

  @Test
  void every_node_knows_its_place() {
    MapNode map = (MapNode) read("a:\n  - b: 😀x\n    😀: c\n");
    MapNode item = (MapNode) map.list("a").get(0);
    assertThat(item.get("b").origin()).hasToString("test.yaml:2:8");
    assertThat(item.keyOrigin("😀")).hasToString("test.yaml:3:5");
    assertThat(item.get("😀").origin()).hasToString("test.yaml:3:9");
  }

  @Test
  void all_duplicate_keys_are_reported_together() {
    assertThatThrownBy(() -> read("a: 1\na: 2\nb: {c: 1, c: 2}\n"))
        .isInstanceOfSatisfying(
            ChartException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "test.yaml:2:1: The key `a` stands twice in the same map.",
                        "test.yaml:3:11: The key `c` stands twice in the same map."));
  }

  @Test
  void aliases_and_merge_keys_are_followed() {
    assertThat(read("a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\nc: *x"))
        .isEqualTo(read("{a: {p: 1, q: 2}, b: {q: 3, p: 1}, c: {p: 1, q: 2}}"));
  }

  @Test
  void an_explosion_of_aliases_is_refused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      laughs.append("a%d: &a%d [".formatted(i, i));
      laughs.append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertThatThrownBy(() -> read(laughs.toString())).hasMessageContaining("out of bounds");
  }

  @Test
  void deep_nesting_is_refused_and_not_overflown() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageContaining("nested deeper");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a:\\n\\tb: 1 | test.yaml:2:1: A tab stands where YAML wants blanks.",
        "a: b: c | test.yaml:1:5: A `:` opens a value where none can stand.",
        "a: 1\\nb\\nc: 2 | test.yaml:3:1: A key without `:` stands here.",
        "a: @x | test.yaml:1:4: No value can begin with `@`.",
        "a: [1, 2 | test.yaml:1:9: A `]` is missing.",
        "a: .nan | test.yaml:1:4: `.nan` is not a number that JSON can hold.",
        "a: *x | test.yaml:1:4: No anchor `&x` stands before this alias.",
        "a: 1\\n b: 2 | test.yaml:2:3: A `:` opens a value where none can stand.",
        "--- 1\\n--- 2 | test.yaml:2:5: There is more than one YAML document here.",
      })
  void mistakes_are_told_in_our_words(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n").replace("\\t", "\t")))
        .isInstanceOf(ChartException.class)
        .hasMessage(message);
  }

  private static Node read(String yaml) {
    return YamlReader.read(new Source("test.yaml", yaml));
  }
}
