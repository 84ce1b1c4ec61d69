package dev.pannier.engine.yaml.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

  private static final String VALUES =
      """
      image: {repository: nginx, tag: "1.30", size: 1000000}
      live: true
      nothing: null
      "a.b/c": dotted
      ports:
        - {name: http, port: 80, labels: {x: 1}}
        - {name: https, port: 443}
        - {name: admin, port: 9000, labels: {x: 2}}
      words: [a, b, c, d]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{.image.tag} # 1.30",
        "{.image.size} # 1000000",
        "{.image.repository}:{.image.tag} # nginx:1.30",
        "{$.live} and text # true and text",
        "{.nothing} # null",
        "{.image} # {\"repository\":\"nginx\",\"tag\":\"1.30\",\"size\":1000000}",
        "{['a.b/c']} # dotted",
        "{.a\\.b/c} # dotted",
        "{.words[0]} # a",
        "{.words[-1]} # d",
        "{.words[1:3]} # b c",
        "{.words[-2:]} # c d",
        "{.words[::2]} # a c",
        "{.words[0,2]} # a c",
        "{.words[*]} # a b c d",
        "{.words} # [\"a\",\"b\",\"c\",\"d\"]",
        "{.ports[*].name} # http https admin",
        "{.image.*} # nginx 1.30 1000000",
        "{..port} # 80 443 9000",
        "{.ports[?(@.name==\"https\")].port} # 443",
        "{.ports[?(@.port>=443)].name} # https admin",
        "{.ports[?(@.port != 443)].name} # http admin",
        "{.ports[?(@.labels)].name} # http admin",
        "{.ports[?(@.labels.x<2)].name} # http",
        "{range .ports[*]}{.name}={.port};{end} # http=80;https=443;admin=9000;",
        "{range .ports[*]}{.name} {.port}{\"\\n\"}{end} # `http 80\nhttps 443\nadmin 9000\n`",
        "{range .ports[*]}{$.live}{end} # truetruetrue",
        "{\"quoted {}\"} # quoted {}",
        "{.image.repository}{\":\"}{.image.tag} # nginx:1.30",
        "plain # plain",
      })
  void a_template_prints_what_kubectl_prints(String template, String expected) {
    assertThat(print(template)).isEqualTo(expected);
  }

  @Test
  void without_a_path_the_whole_is_printed() {
    assertThat(print("{}")).startsWith("{\"image\":{").endsWith("]}");
  }

  @Test
  void what_is_not_there_is_an_error_that_names_the_nearest_key() {
    assertThatThrownBy(() -> print("{.image.tga}"))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              assertThat(e.problems().getFirst().message()).contains("`tga`");
              assertThat(e.problems().getFirst().hint()).isEqualTo("Did you mean `tag`?");
            });
    assertThatThrownBy(() -> print("{.words[9]}")).hasMessageContaining("4 items");
    assertThatThrownBy(() -> print("{.live[0]}")).hasMessageContaining("no list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{.image # 8 # `}`",
        "{.words[x]} # 9 # number",
        "{.words[0} # 10 # `]`",
        "{.words[?(@.a==1} # 17 # `)`",
        "{range .words[*]}{.x} # 22 # `{end}`",
        "{image} # 2 # path",
        "{.a}{end} # 5 # `range`",
        "{\"open} # 8 # quotes",
        "{.words[::0]} # 12 # stride",
        "{.words[99999999999]} # 20 # number",
      })
  void what_cannot_be_understood_is_an_error_at_its_place(
      String template, int column, String message) {
    assertThatThrownBy(() -> print(template))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              assertThat(e.problems().getFirst().message()).contains(message.replace("`", ""));
              assertThat(e.problems().getFirst().location().column()).isEqualTo(column);
            });
  }

  private static String print(String template) {
    return JsonPath.parse(new Source("--jsonpath", template))
        .print(YamlReader.read(new Source("values.yaml", VALUES)));
  }
}
