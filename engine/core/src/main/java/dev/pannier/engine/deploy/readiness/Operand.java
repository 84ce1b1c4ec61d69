package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.path.NodePath;
import java.util.List;
import java.util.Optional;

/** One side of a comparison. */
sealed interface Operand {

  /** Its values in an object; none where it leads to nothing. */
  List<Node> values(ObjectStatus object);

  /** A value as it stands. */
  record Constant(Node value) implements Operand {
    @Override
    public List<Node> values(ObjectStatus object) {
      return List.of(value);
    }
  }

  /** What a path leads to. */
  record Path(NodePath path) implements Operand {
    @Override
    public List<Node> values(ObjectStatus object) {
      return path.find(object.object());
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * A field of a condition: {@code condition(Ready)} is its status, {@code reason(Ready)} its
   * reason.
   */
  record OfCondition(String type, String field) implements Operand {
    @Override
    public List<Node> values(ObjectStatus object) {
      return object
          .condition(type)
          .map(each -> Optional.ofNullable(each.get(field)).stream().toList())
          .orElse(List.of());
    }
  }
}
