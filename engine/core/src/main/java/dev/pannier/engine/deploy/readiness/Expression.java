package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;

/** What a {@link Condition} is made of. */
sealed interface Expression {

  /** Whether it is true of an object. */
  boolean holds(ObjectStatus object);

  /** Both are true. */
  record And(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(ObjectStatus object) {
      return left.holds(object) && right.holds(object);
    }
  }

  /** One of the two is true. */
  record Or(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(ObjectStatus object) {
      return left.holds(object) || right.holds(object);
    }
  }

  /** It is not true. */
  record Not(Expression negated) implements Expression {
    @Override
    public boolean holds(ObjectStatus object) {
      return !negated.holds(object);
    }
  }

  /** Something is there, and neither false nor empty. */
  record Present(Operand operand) implements Expression {
    @Override
    public boolean holds(ObjectStatus object) {
      List<Node> values = operand.values(object);
      return !values.isEmpty() && values.stream().allMatch(Present::counts);
    }

    private static boolean counts(Node value) {
      return switch (value) {
        case NullNode _ -> false;
        case BoolNode bool -> bool.value();
        case TextNode text -> !text.text().isEmpty();
        case Node _ -> true;
      };
    }
  }

  /** Two values compare; where a path leads to several, each of them must. */
  record Comparison(Operand left, String operator, Operand right) implements Expression {

    @Override
    public boolean holds(ObjectStatus object) {
      List<Node> lefts = orNull(left.values(object));
      List<Node> rights = orNull(right.values(object));
      return lefts.stream().allMatch(one -> rights.stream().allMatch(two -> holds(one, two)));
    }

    /** The first value of a path that is not as it should be; the first where all are. */
    Node told(ObjectStatus object, Operand path) {
      List<Node> values = orNull(path.values(object));
      List<Node> others = orNull((path == left ? right : left).values(object));
      return values.stream()
          .filter(each ->
              others.stream()
                  .anyMatch(other -> path == left ? !holds(each, other) : !holds(other, each)))
          .findFirst()
          .orElse(values.getFirst());
    }

    private static List<Node> orNull(List<Node> values) {
      return values.isEmpty() ? List.of(NullNode.NULL) : values;
    }

    private boolean holds(Node one, Node two) {
      return switch (operator) {
        case "==" -> isSame(one, two);
        case "!=" -> !isSame(one, two);
        default -> !isNull(one) && !isNull(two) && isOrdered(compare(one, two));
      };
    }

    private boolean isOrdered(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    /** Conditions say "True" and fields say true: the text decides, not the type. */
    private static boolean isSame(Node one, Node two) {
      if (isNull(one) || isNull(two)) {
        return isNull(one) && isNull(two);
      }
      return compare(one, two) == 0;
    }

    private static boolean isNull(Node node) {
      return node instanceof NullNode;
    }

    private static int compare(Node one, Node two) {
      return one instanceof NumberNode first && two instanceof NumberNode second
          ? first.decimal().compareTo(second.decimal())
          : text(one).compareTo(text(two));
    }

    private static String text(Node node) {
      return node instanceof ScalarNode scalar ? scalar.text() : node.toString();
    }
  }
}
