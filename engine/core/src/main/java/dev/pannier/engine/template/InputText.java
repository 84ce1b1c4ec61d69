package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.Map;

/** The text that a render gets in: it must not hold what we mark places with. */
final class InputText {

  private final RenderInput input;
  private final Problems problems = new Problems();

  InputText(RenderInput input) {
    this.input = input;
  }

  void refuseMarks() {
    look(input.chart());
    look(input.values());
    look(input.generated());
    look(TextNode.of(input.release().name() + input.release().namespace()));
    look(TextNode.of(input.capabilities().kubeVersion() + input.capabilities().apiVersions()));
    problems.throwIfErrors();
  }

  private void look(Chart chart) {
    look(ChartObjects.chart(chart.metadata(), true));
    chart.dependencies().forEach(this::look);
  }

  private void look(Node node) {
    if (node instanceof TextNode text) {
      look(text.text(), node);
    } else if (node instanceof MapNode map) {
      for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
        look(entry.getKey(), map);
        look(entry.getValue());
      }
    } else if (node instanceof ListNode list) {
      list.forEach(this::look);
    }
  }

  private void look(String text, Node node) {
    int at = Marks.find(text);
    if (at >= 0) {
      problems.add(
          Problem.error(
                  "values.noncharacter",
                  "The character U+%04X is no character of any text."
                      .formatted((int) text.charAt(at)))
              .at(node.origin())
              .hint("Take it out."));
    }
  }
}
