package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of {@code --set} and its kin, held to what Helm's pkg/strvals does. */
class SetGrammarTest {

  @ParameterizedTest(name = "--set {0} gives {1}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        // types
        "a=text -> {a: text}",
        "a=true,b=false,c=null -> {a: true, b: false, c: null}",
        "a=True,b=FALSE,c=Null -> {a: true, b: false, c: null}",
        "a=yes,b=on,c=~ -> {a: 'yes', b: 'on', c: '~'}",
        "a=0 -> {a: 0}",
        "a=00009 -> {a: '00009'}",
        "a=012 -> {a: '012'}",
        "a=1234567890 -> {a: 1234567890}",
        "a=9223372036854775807 -> {a: 9223372036854775807}",
        "a=9223372036854775808 -> {a: '9223372036854775808'}",
        "a=-5 -> {a: -5}",
        "a=+5 -> {a: 5}",
        "a=-012 -> {a: -12}",
        "a=- -> {a: '-'}",
        "a=1.5 -> {a: '1.5'}",
        "a=1e3 -> {a: '1e3'}",
        "a=1_000 -> {a: '1_000'}",
        "a=0x10 -> {a: '0x10'}",
        "a=١٢ -> {a: '١٢'}",
        "a= -> {a: ''}",
        "a=,b=x -> {a: '', b: x}",
        "a= 1 -> {a: ' 1'}",
        // several
        "a=1,b=2 -> {a: 1, b: 2}",
        "a=1,b=2, -> {a: 1, b: 2}",
        "a=1,a=2 -> {a: 2}",
        "a=x,b={1},c=w -> {a: x, b: [1], c: w}",
        // escapes
        "`a=one\\,two,b=three\\,four` -> {a: 'one,two', b: 'three,four'}",
        "a=one=two,b=three\\=four -> {a: one=two, b: three=four}",
        "a\\.b=1 -> {a.b: 1}",
        "a\\=b=1 -> {a=b: 1}",
        "a\\[0\\]=1 -> {'a[0]': 1}",
        "a=\\{x\\} -> {a: '{x}'}",
        "a=x\\\\w -> {a: 'x\\w'}",
        "a=x\\ -> {a: x}",
        "a=\\😀\\n -> {a: 😀n}",
        "annotations.kubernetes\\.io/tls=x -> {annotations: {kubernetes.io/tls: x}}",
        "a=one two three -> {a: one two three}",
        "a=[x] -> {a: '[x]'}",
        "a=x}w -> {a: 'x}w'}",
        // maps
        "outer.inner=v -> {outer: {inner: v}}",
        "outer.middle.inner=v -> {outer: {middle: {inner: v}}}",
        "o.a=1,o.b=2 -> {o: {a: 1, b: 2}}",
        "o.a=1,o.m.i=2 -> {o: {a: 1, m: {i: 2}}}",
        "a.b= -> {a: {b: ''}}",
        // lists
        "a={} -> {a: ['']}",
        "a={x,w} -> {a: [x, w]}",
        "a={x,w},b={1,true,null,} -> {a: [x, w], b: [1, true, null, '']}",
        "a={1021,902} -> {a: [1021, 902]}",
        "a.b={x,w} -> {a: {b: [x, w]}}",
        "`a={x\\,w,\\}}` -> {a: ['x,w', '}']}",
        "a={x}b=1 -> {a: [x], b: 1}",
        "a={{x} -> {a: ['{x']}",
        // indexes
        "a[0]=x -> {a: [x]}",
        "a[+1]=x -> {a: [null, x]}",
        "a[-0]=x -> {a: [x]}",
        "a[007]=x -> {a: [null, null, null, null, null, null, null, x]}",
        "a[0]=x,a[1]=w -> {a: [x, w]}",
        "a[0]=x,a[1]=w, -> {a: [x, w]}",
        "a[0]=x,a[3]=w -> {a: [x, null, null, w]}",
        "a[1]=w,a[0]=x -> {a: [x, w]}",
        "a[0]={x,w} -> {a: [[x, w]]}",
        "a[0] -> {a: []}",
        "a[3] -> {a: []}",
        "a[0][1] -> {a: []}",
        "o.a[0] -> {o: {a: []}}",
        "a[0]=x,a[0] -> {a: [x]}",
        "a[0]= -> {a: ['']}",
        "a[0].b= -> {a: [{b: ''}]}",
        "a[0].b=x -> {a: [{b: x}]}",
        "a[0].b=x,a[0].c=w -> {a: [{b: x, c: w}]}",
        "a[1].b=x -> {a: [null, {b: x}]}",
        "a[1].b=x,a[0].b=w -> {a: [{b: w}, {b: x}]}",
        "a.b[0].c=x,a.b[1].c=w -> {a: {b: [{c: x}, {c: w}]}}",
        "a[0][0]=1 -> {a: [[1]]}",
        "a[1][1]=1 -> {a: [null, [null, 1]]}",
        "a[0]=x,a[0].b=w -> {a: [{b: w}]}",
        "a={x,w},a[1]=z -> {a: [x, z]}",
      })
  void set_reads_as_in_helm(String expression, String expected) {
    assertThat(set(new ValuesFlag.Set(expression))).isEqualTo(json(expected));
  }

  @ParameterizedTest(name = "--set-string {0} gives {1}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a=1234567890 -> {a: '1234567890'}",
        "a=true -> {a: 'true'}",
        "a=null -> {a: 'null'}",
        "a=0,b= -> {a: '0', b: ''}",
        "a={1,true} -> {a: ['1', 'true']}",
        "a[1]=1 -> {a: [null, '1']}",
        "`a=1\\,2` -> {a: '1,2'}",
      })
  void set_string_leaves_all_as_strings(String expression, String expected) {
    assertThat(set(new ValuesFlag.SetString(expression))).isEqualTo(json(expected));
  }

  @ParameterizedTest(name = "--set-literal {0} gives {1}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a= -> {a: ''}",
        "a=1 -> {a: '1'}",
        "`a=null,b=x` -> {a: 'null,b=x'}",
        "a=x,,,y -> {a: 'x,,,y'}",
        "a={x,y} -> {a: '{x,y}'}",
        "a.b.c=v -> {a: {b: {c: v}}}",
        "]={}]. -> {']': '{}].'}",
        "a,b=x -> {'a,b': x}",
        "a\\.b=x -> {'a\\': {b: x}}",
        "a=x\\\\y\\ -> {a: 'x\\\\y\\'}",
        "a[3]=x -> {a: [null, null, null, x]}",
        "a[0] -> {a: []}",
        "a[0].b=x=y -> {a: [{b: x=y}]}",
        "a[1][1]=1 -> {a: [null, [null, '1']]}",
        "a={v,.?*v\\0a!l)s -> {a: '{v,.?*v\\0a!l)s'}",
      })
  void set_literal_takes_all_as_it_stands(String expression, String expected) {
    assertThat(set(new ValuesFlag.SetLiteral(expression))).isEqualTo(json(expected));
  }

  @ParameterizedTest(name = "--set-json {0} gives {1}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a=\"1\",b=3,c=true,d=\"true\" -> {a: '1', b: 3, c: true, d: 'true'}",
        "a={\"x\":[1,{\"z\":null}]} ,b=[] -> {a: {x: [1, {z: null}]}, b: []}",
        "a= -> {a: null}",
        "a=  ,b=1 -> {a: null, b: 1}",
        "a.b=1.50,a.c=12345678901234567890123 -> {a: {b: 1.50, c: 12345678901234567890123}}",
        "a=1b=2 -> {a: 1, b: 2}",
        "a[1]={\"x\":1} -> {a: [null, {x: 1}]}",
        "a=[1,2,3],a[1]=null -> {a: [1, null, 3]}",
        "a\\.b=\"x\\u0041\\n\" -> {a.b: \"xA\\n\"}",
        " {\"a\":{\"b\":1}} -> {a: {b: 1}}",
      })
  void set_json_takes_json(String expression, String expected) {
    assertThat(set(new ValuesFlag.SetJson(expression))).isEqualTo(json(expected));
  }

  @ParameterizedTest(name = "--set {1} over {0} gives {2}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{o: {a: x, b: 2}} -> o.a=1,o.c=3 -> {o: {a: 1, b: 2, c: 3}}",
        "{a: [1, 2, 3]} -> a[1]=x -> {a: [1, x, 3]}",
        "{a: [{k: 1, m: 2}]} -> a[0].k=x -> {a: [{k: x, m: 2}]}",
        "{a: [[[{x: 1}]]]} -> a[0][1][0].t=v -> {a: [[[{x: 1}], [{t: v}]]]}",
        "{a: [null]} -> a[0][1]=v -> {a: [[null, v]]}",
        "{a: [5]} -> a[0].b=v -> {a: [{b: v}]}",
        "{a: 1} -> a={x} -> {a: [x]}",
        "{a: {b: 1}} -> a=null -> {a: null}",
        "{a: {b: 1, c: 2}} -> a.b=null -> {a: {b: null, c: 2}}",
        "{b: 1, a: 2} -> c=3,b=4 -> {b: 4, a: 2, c: 3}",
      })
  void set_changes_what_files_set(String file, String expression, String expected) {
    MapNode values =
        UserValues.read(
            List.of(new ValuesFlag.Set(expression), new ValuesFlag.File("v.yaml")),
            reference -> new Source(reference, file));
    assertThat(JsonWriter.write(values)).isEqualTo(json(expected));
  }

  @Test
  void set_file_takes_what_the_file_holds() {
    List<String> read = new ArrayList<>();
    MapNode values =
        UserValues.read(
            List.of(new ValuesFlag.SetFile("a.b=x.txt,l={y.txt,z\\,1.txt},e=")),
            reference -> {
              read.add(reference);
              return new Source(reference, "true\n" + reference);
            });
    assertThat(read).containsExactly("x.txt", "y.txt", "z,1.txt");
    assertThat(JsonWriter.write(values))
        .isEqualTo(
            json("{a: {b: \"true\\nx.txt\"}, l: [\"true\\ny.txt\", \"true\\nz,1.txt\"], e: ''}"));
  }

  @Test
  void an_index_may_be_65536_and_no_more() {
    assertThat(read(new ValuesFlag.Set("a[65536]=x")).list("a").size()).isEqualTo(65_537);
    assertThatThrownBy(() -> read(new ValuesFlag.Set("a[65537]=x")))
        .isInstanceOf(ChartException.class);
  }

  @Test
  void a_key_may_hold_30_dots_and_no_more() {
    assertThat(read(new ValuesFlag.Set("n.".repeat(30) + "n=1"))).isNotNull();
    for (var flag :
        List.of(
            new ValuesFlag.Set("n.".repeat(31) + "n=1"),
            new ValuesFlag.SetLiteral("n.".repeat(31) + "n=1"),
            new ValuesFlag.Set("n" + "[0]".repeat(100_000) + "=1"))) {
      assertThatThrownBy(() -> read(flag))
          .isInstanceOf(ChartException.class)
          .hasMessageContaining("nested too deeply");
    }
  }

  private static String set(ValuesFlag flag) {
    return JsonWriter.write(read(flag));
  }

  private static MapNode read(ValuesFlag flag) {
    return UserValues.read(
        List.of(flag),
        reference -> {
          throw new AssertionError("no file is read: " + reference);
        });
  }

  private static String json(String yaml) {
    return JsonWriter.write(YamlReader.read(new Source("expected", yaml)));
  }
}
