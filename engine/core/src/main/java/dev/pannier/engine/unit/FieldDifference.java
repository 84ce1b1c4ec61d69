package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * A field that is not as expected.yaml has it.
 *
 * @param document {@code Deployment/web}
 * @param path {@code spec.template.spec.containers[0].image}
 * @param expected empty where the field is not expected at all
 * @param actual empty where the field is not there
 * @param expectedAt where expected.yaml has it, or what is around it
 * @param writtenAt the place in the template that wrote it, or what is around it
 * @param setAt where the values were set that went into it
 */
public record FieldDifference(
    String document,
    String path,
    Optional<Node> expected,
    Optional<Node> actual,
    Location expectedAt,
    Location writtenAt,
    List<Location> setAt) {
  public FieldDifference {
    setAt = List.copyOf(setAt);
  }

  /** {@code expected 2, is 3}. */
  public String told() {
    if (expected.isEmpty()) {
      return "not expected, is " + actual.map(Wording::of).orElse("");
    }
    if (expected.get() instanceof TextNode wanted
        && actual.orElse(NullNode.NULL) instanceof TextNode found
        && TextDifference.isNeeded(wanted.text(), found.text())) {
      return TextDifference.told(wanted.text(), found.text());
    }
    String wanted = "expected " + Wording.of(expected.get());
    return wanted + actual.map(node -> ", is " + Wording.of(node)).orElse(", is not there");
  }
}
