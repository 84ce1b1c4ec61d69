package dev.pannier.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever is written is read back the same, by our reader and by a YAML 1.2 reader. */
class YamlRoundTripTest {

  private static final String[] PIECES = {
    "a",
    "b ",
    " ",
    "\n",
    "\n\n",
    ":",
    ": ",
    " #",
    "#",
    "-",
    "- ",
    "---",
    "'",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "yes",
    "no",
    "null",
    "~",
    "true",
    "1",
    "0",
    "17",
    "0x",
    "1e3",
    ".",
    ".5",
    "_",
    "2001-01-01",
    "12:30",
    "\t",
    "\r",
    "\0",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "ü",
    "日本",
    "😀",
    "{{",
    "<<",
    "=",
    "..."
  };

  @RepeatedTest(200)
  void what_is_written_reads_back_the_same(RepetitionInfo repetition) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(repetition.getCurrentRepetition());
    for (int i = 0; i < 50; i++) {
      Node node = node(random, 3);
      for (String yaml : List.of(YamlWriter.write(node), YamlWriter.flow(node))) {
        assertThat(YamlReader.read(new Source("x", yaml))).as(yaml).isEqualTo(node);
        Object second = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(Node.of(second)).as(yaml).isEqualTo(node);
      }
      String json = JsonWriter.write(node, JsonStyle.GO);
      assertThat(JsonReader.read(new Source("x", json))).as(json).isEqualTo(node);
      assertThat(JsonReader.read(new Source("x", JsonWriter.write(node, JsonStyle.PRETTY))))
          .isEqualTo(node);
    }
  }

  @Test
  void the_style_is_that_of_helm() {
    Node node =
        Node.of(
            new java.util.TreeMap<>(
                Map.of(
                    "bool", "true",
                    "date", "2001-01-01",
                    "empty", "",
                    "list", List.of(List.of(1, 2), Map.of("a", 1), Map.of()),
                    "multi", "a\n  b\n",
                    "syntax", "a: b",
                    "tab", "a\tb",
                    "tail", "x\n\n",
                    "text", "it's")));
    assertThat(YamlWriter.write(node))
        .isEqualTo(
            """
            bool: "true"
            date: "2001-01-01"
            empty: ""
            list:
            - - 1
              - 2
            - a: 1
            - {}
            multi: |
              a
                b
            syntax: 'a: b'
            tab: "a\\tb"
            tail: |+
              x

            text: it's
            """);
  }

  private static Node node(RandomGenerator random, int depth) {
    int kind = random.nextInt(depth > 0 ? 8 : 5);
    return switch (kind) {
      case 0 -> NullNode.NULL;
      case 1 -> BoolNode.of(random.nextBoolean());
      case 2 -> NumberNode.of(random.nextLong());
      case 5, 6 -> {
        Map<String, Node> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(text(random), node(random, depth - 1));
        }
        yield MapNode.of(map);
      }
      case 7 -> {
        List<Node> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(node(random, depth - 1));
        }
        yield ListNode.of(list);
      }
      default -> TextNode.of(text(random));
    };
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
