package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserValuesTest {

  private static final List<ValuesFlag> RANKED =
      List.of(
          new ValuesFlag.File("a.yaml"),
          new ValuesFlag.File("b.yaml"),
          new ValuesFlag.SetJson("j=\"json\",s=\"json\",t=\"json\",f=\"json\",l=\"json\""),
          new ValuesFlag.Set("s=set,t=set,f=set,l=set"),
          new ValuesFlag.SetString("t=string,f=string,l=string"),
          new ValuesFlag.SetFile("f=a.txt,l=a.txt"),
          new ValuesFlag.SetLiteral("l=literal"));

  private static final Map<String, String> FILES =
      Map.of(
          "a.yaml", "{a: a, b: a, j: a, s: a, t: a, f: a, l: a}",
          "b.yaml", "{b: b, j: b, s: b, t: b, f: b, l: b}",
          "a.txt", "file");

  @Test
  void the_kind_of_a_flag_decides_before_its_place_on_the_command_line() {
    Random random = new Random(20261120);
    for (int round = 0; round < 50; round++) {
      List<ValuesFlag> flags = new ArrayList<>(RANKED);
      Collections.shuffle(flags, random);
      boolean swapped =
          flags.indexOf(RANKED.getFirst()) > flags.indexOf(new ValuesFlag.File("b.yaml"));
      assertThat(read(flags, FILES).entries())
          .as("%s", flags)
          .isEqualTo(
              Map.of(
                  "a", TextNode.of("a"),
                  "b", TextNode.of(swapped ? "a" : "b"),
                  "j", TextNode.of("json"),
                  "s", TextNode.of("set"),
                  "t", TextNode.of("string"),
                  "f", TextNode.of("file"),
                  "l", TextNode.of("literal")));
    }
  }

  @Test
  void flags_of_one_kind_go_from_left_to_right() {
    assertThat(
            read(
                List.of(
                    new ValuesFlag.Set("a=1,b=1"),
                    new ValuesFlag.Set("b=2"),
                    new ValuesFlag.SetJson("{\"m\":{\"x\":1,\"y\":1}}"),
                    new ValuesFlag.SetJson("{\"m\":{\"y\":null,\"z\":2}}")),
                Map.of()))
        .hasToString("{\"m\":{\"x\":1,\"y\":null,\"z\":2},\"a\":1,\"b\":2}");
  }

  @Test
  void the_documents_of_a_file_are_merged_in_their_order() {
    String text = "# none yet\n---\na: {x: 1, z: 1}\n---\n---\na: {z: 2}\nl: [1]\n---\nl: [2]\n";
    assertThat(read(List.of(new ValuesFlag.File("v.yaml")), Map.of("v.yaml", text)))
        .hasToString("{\"a\":{\"x\":1,\"z\":2},\"l\":[2]}");
  }

  @Test
  void an_empty_file_sets_nothing() {
    for (String text : List.of("", "# only a comment\n", "---\n", "{}", "null\n")) {
      assertThat(read(List.of(new ValuesFlag.File("v.yaml")), Map.of("v.yaml", text)))
          .isEqualTo(MapNode.EMPTY);
    }
  }

  @Test
  void a_null_of_a_later_file_stays_to_delete_further_below() {
    MapNode values =
        read(
            List.of(new ValuesFlag.File("a.yaml"), new ValuesFlag.File("b.yaml")),
            Map.of("a.yaml", "a: {x: 1, z: 2}", "b.yaml", "a: {x: null}\nb: null"));
    assertThat(values).hasToString("{\"a\":{\"x\":null,\"z\":2},\"b\":null}");
  }

  @Test
  void numbers_keep_their_written_form() {
    MapNode values =
        read(
            List.of(
                new ValuesFlag.File("a.yaml"),
                new ValuesFlag.SetJson("j=0.10,k=1e3"),
                new ValuesFlag.Set("s=1000000")),
            Map.of("a.yaml", "{a: 0.10, b: 1e3, c: 1000000, d: 12345678901234567890123}"));
    assertThat(JsonWriter.write(values))
        .isEqualTo(
            "{\"a\":0.10,\"b\":1e3,\"c\":1000000,\"d\":12345678901234567890123,"
                + "\"j\":0.10,\"k\":1e3,\"s\":1000000}");
  }

  @Test
  void each_value_knows_what_set_it() {
    MapNode values =
        read(
            List.of(
                new ValuesFlag.File("a.yaml"),
                new ValuesFlag.Set("image.tag=x,list[2].a={p,q}"),
                new ValuesFlag.SetJson("deep={\"k\":[1, 2]}"),
                new ValuesFlag.SetLiteral("lit.x=1=2"),
                new ValuesFlag.SetFile("f=a.txt")),
            Map.of("a.yaml", "image:\n  name: n\n  tag: y\nlist: [1]\n", "a.txt", "text"));
    String set = "--set image.tag=x,list[2].a={p,q}";
    assertThat(values.map("image").origin()).hasToString("a.yaml:2:3");
    assertThat(values.keyOrigin("image")).hasToString("a.yaml:1:1");
    assertThat(values.map("image").keyOrigin("tag")).hasToString(set + ":1:13");
    assertThat(origin(values.at("image", "tag"))).isEqualTo(set + ":1:17");
    assertThat(origin(values.list("list").get(0))).isEqualTo("a.yaml:4:8");
    assertThat(origin(values.list("list").get(1))).isEqualTo(set + ":1:23");
    assertThat(origin(values.list("list").get(2))).isEqualTo(set + ":1:23");
    MapNode item = (MapNode) values.list("list").get(2);
    assertThat(origin(item.get("a"))).isEqualTo(set + ":1:29");
    assertThat(origin(item.list("a").get(1))).isEqualTo(set + ":1:32");
    assertThat(origin(values.map("deep").list("k").get(1)))
        .isEqualTo("--set-json deep={\"k\":[1, 2]}:1:26");
    assertThat(origin(values.at("lit", "x"))).isEqualTo("--set-literal lit.x=1=2:1:21");
    assertThat(origin(values.get("f"))).isEqualTo("--set-file f=a.txt:1:14");
  }

  private static String origin(Node node) {
    return node.origin().toString();
  }

  private static MapNode read(List<ValuesFlag> flags, Map<String, String> files) {
    return UserValues.read(flags, name -> new Source(name, files.get(name)));
  }
}
