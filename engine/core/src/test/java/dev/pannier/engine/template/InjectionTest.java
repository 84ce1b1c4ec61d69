package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Whatever the values are, the manifest keeps its shape and the leaf is the value: at every kind of
 * place, for our reader and for a YAML 1.2 reader.
 */
class InjectionTest extends TemplateTesting {

  private static final String[] PIECES = {
    "a",
    "b",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    ":",
    ": ",
    " #",
    "#",
    "-",
    "- ",
    "---",
    "\n---\n",
    "...",
    "'",
    "''",
    "\"",
    "\\",
    "\\n",
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
    "on",
    "null",
    "~",
    "true",
    "1",
    "0",
    "17",
    "0x1F",
    "1e3",
    ".",
    ".5",
    "_",
    "+",
    "2001-01-01",
    "12:30",
    "\0",
    "\u0007",
    "\u001b",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\uFEFF",
    "ü",
    "日本",
    "😀",
    "{{",
    "}}",
    "{{{x}}}",
    "<<",
    "=",
    "key: value",
    "\nprivileged: true",
    "\n  - x",
    "$&"
  };

  private static final String TEMPLATE =
      """
      whole: {{v}}
      item:
        - {{v}}
        - - {{v}}
        - deep: {{v}}
          after: 1
        -   {{v}}
      commented: {{v}} # {{t}} is {{v}}
      # {{v}}
      mixed: {{t}}-x
      before: x {{t}}
      both: {{t}}{{t}}
      {{t}}: key
      k-{{t}}: key
      "q-{{t}}": key
      's-{{t}}': key
      single: '{{t}}'
      double: "{{t}}"
      around: 'a {{t}} b'
      doubled: "a {{t}} b"
      folded: "a {{t}}
        b"
      flow: [{{v}}, x, {{t}}y]
      flowmap: {a: {{v}}, b: {{t}}z}
      nested: {inner: [{{v}}], "{{t}}": 1}
      literal: |
        {{t}}
      literal2: |-
        first
        {{t}}
        last
      literal3: |+
        x {{t}} y

      literal4: |2
          {{t}}
      fold: >
        {{t}}
      fold2: >-
        first
        {{t}} last
      deeper:
        block: |
          {{t}}
        value: {{v}}
        list:
        - {{v}}
        - text: {{t}}!
      fromPartial:
        {{> part}}
      entries:
        fixed: 1
        {{m}}
      only:
        {{m}}
      twice:
        {{m}}
        # between
        {{none}}
      items:
        - z
        {{l}}
      flat:
      {{l}}
      fromPartials:
        {{> entries}}
      inBlock: |-
        x
        {{m}}
        y
      last: {{v}}
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_shape_stays_and_the_leaf_is_the_value(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    givenFile("_part.hbs", "v: {{v}}\nt: a{{t}}\nblock: |-\n  {{t}}\n");
    givenFile("_entries.hbs", "fixed: 1\n{{m}}\n");
    givenTemplate("{{#with Values}}\n" + TEMPLATE + "{{/with}}\n");
    ChartRenderer renderer = new ChartRenderer();
    var chart = chart();
    for (int i = 0; i < 150; i++) {
      String text = text(random);
      Node value = i % 3 == 0 ? TextNode.of(text) : node(random, 2);
      MapNode map = map(random, 2);
      ListNode list = list(random, 2);
      givenValues(
          MapNode.of(
              Map.of(
                  "v", value, "t", TextNode.of(text), "m", map, "l", list, "none", MapNode.EMPTY)));
      Resource resource = renderer.render(input(chart)).resources().getFirst();
      Node expected = expected(value, text, map, list);
      Node content = resource.content().without("apiVersion").without("kind").without("metadata");
      assertThat(content).as("%d/%d %s%n%s", seed, i, value, resource.text()).isEqualTo(expected);
      Node second =
          Node.of(
              new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                  .loadFromString(resource.text()));
      assertThat(((MapNode) second).without("apiVersion").without("kind").without("metadata"))
          .as("YAML 1.2: %d/%d %s%n%s", seed, i, value, resource.text())
          .isEqualTo(expected);
    }
  }

  private static Node expected(Node v, String t, MapNode m, ListNode l) {
    Map<String, Node> map = new LinkedHashMap<>();
    map.put("whole", v);
    map.put("item", list(v, list(v), map("deep", v, "after", NumberNode.of(1)), v));
    map.put("commented", v);
    map.put("mixed", TextNode.of(t + "-x"));
    map.put("before", TextNode.of("x " + t));
    map.put("both", TextNode.of(t + t));
    map.put(t, TextNode.of("key"));
    map.put("k-" + t, TextNode.of("key"));
    map.put("q-" + t, TextNode.of("key"));
    map.put("s-" + t, TextNode.of("key"));
    map.put("single", TextNode.of(t));
    map.put("double", TextNode.of(t));
    map.put("around", TextNode.of("a " + t + " b"));
    map.put("doubled", TextNode.of("a " + t + " b"));
    map.put("folded", TextNode.of("a " + t + " b"));
    map.put("flow", list(v, TextNode.of("x"), TextNode.of(t + "y")));
    map.put("flowmap", map("a", v, "b", TextNode.of(t + "z")));
    map.put("nested", map("inner", list(v), t, NumberNode.of(1)));
    map.put("literal", TextNode.of(clip(t)));
    map.put("literal2", TextNode.of("first\n" + t + "\nlast"));
    map.put("literal3", TextNode.of("x " + t + " y\n\n"));
    map.put("literal4", TextNode.of(clip("  " + t)));
    map.put("fold", TextNode.of(clip(t)));
    map.put("fold2", TextNode.of("first " + t + " last"));
    map.put(
        "deeper",
        map(
            "block", TextNode.of(clip(t)),
            "value", v,
            "list", list(v, MapNode.of(Map.of("text", TextNode.of(t + "!"))))));
    map.put("fromPartial", map("v", v, "t", TextNode.of("a" + t), "block", TextNode.of(strip(t))));
    Map<String, Node> entries = new LinkedHashMap<>(m.entries());
    entries.put("fixed", NumberNode.of(1));
    map.put("entries", MapNode.of(entries));
    map.put("only", m);
    map.put("twice", m);
    List<Node> items = new ArrayList<>(l.items());
    items.addFirst(TextNode.of("z"));
    map.put("items", ListNode.of(items));
    map.put("flat", l);
    map.put("fromPartials", MapNode.of(entries));
    map.put("inBlock", TextNode.of("x\n" + YamlWriter.write(m) + "y"));
    map.put("last", v);
    return MapNode.of(map);
  }

  /** A block keeps one line break at its end, and none where nothing stands before it. */
  private static String clip(String text) {
    String stripped = strip(text);
    return stripped.isEmpty() ? "" : stripped + "\n";
  }

  private static String strip(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  private static ListNode list(Node... items) {
    return ListNode.of(List.of(items));
  }

  private static MapNode map(String key, Node value, String other, Node second) {
    Map<String, Node> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, second);
    return MapNode.of(map);
  }

  private static MapNode map(
      String key, Node value, String other, Node second, String third, Node last) {
    return map(key, value, other, second).with(third, last);
  }

  private static Node node(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> NullNode.NULL;
      case 1 -> BoolNode.of(random.nextBoolean());
      case 2 -> scalar(random);
      case 5 -> list(random, depth - 1);
      case 6, 7 -> map(random, depth - 1);
      default -> TextNode.of(text(random));
    };
  }

  private static ListNode list(RandomGenerator random, int depth) {
    List<Node> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(node(random, depth));
    }
    return ListNode.of(items);
  }

  private static MapNode map(RandomGenerator random, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(text(random), node(random, depth));
    }
    return MapNode.of(entries);
  }

  private static ScalarNode scalar(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> NumberNode.of("0.10");
      case 1 -> NumberNode.of("1000000");
      case 2 -> NumberNode.of(random.nextLong());
      default -> NumberNode.of("123456789012345678901234567890");
    };
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
