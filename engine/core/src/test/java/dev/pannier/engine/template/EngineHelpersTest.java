package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.template.helper.EngineHelpers;
import dev.pannier.engine.template.helper.HelperPage;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders what the documentation shows of the helpers that belong to the engine. */
class EngineHelpersTest extends TemplateTesting {

  @ParameterizedTest
  @MethodSource("names")
  void an_example_gives_what_the_documentation_shows(String name) {
    HelperPage page = EngineHelpers.find(name).orElseThrow();
    givenValues(
        "name: web\n"
            + "tls: true\n"
            + "ports: {http: 80, https: 443}\n"
            + "host: '{{Values.name}}.example.org'\n");
    givenFile("_greeting.hbs", "hello {{name}}");
    givenChartFile("conf/a.txt", "one\ntwo\n");
    givenTemplate("r: " + page.example() + "\n");

    assertThat(page.example()).contains(name);
    assertThat(page.signature()).startsWith(name + " ");
    assertThat(shown(onlyResource().content().entries().getOrDefault("r", NullNode.NULL)))
        .isEqualTo(page.exampleResult());
  }

  private static List<String> names() {
    return EngineHelpers.NAMES;
  }

  private static String shown(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : YamlWriter.flow(node);
  }
}
