package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;

/**
 * Something that may be true of an object: {@code status.phase == "Running"}, {@code
 * condition(Ready) == "True" && status.replicas >= spec.replicas}. Paths are those of Kubernetes'
 * JSONPath; one that leads nowhere is {@code null}.
 */
public final class Condition {

  private static final int LONGEST_VALUE = 80;

  private final String text;
  private final Expression expression;

  private Condition(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Reads a condition.
   *
   * @throws dev.pannier.engine.problem.ChartException where it cannot be understood
   */
  public static Condition parse(String text) {
    return new Condition(text, new ConditionParser(text).parse());
  }

  boolean holds(ObjectStatus object) {
    return expression.holds(object);
  }

  /** What the object says instead, a phrase: {@code status.phase is Pending}. */
  String instead(ObjectStatus object) {
    return instead(expression, object);
  }

  private static String instead(Expression part, ObjectStatus object) {
    return switch (part) {
      case Expression.And and ->
          instead(and.left().holds(object) ? and.right() : and.left(), object);
      case Expression.Or or -> instead(or.left(), object);
      case Expression.Not not -> instead(not.negated(), object);
      case Expression.Present present ->
          told(present.operand(), object, first(present.operand().values(object)));
      case Expression.Comparison comparison -> {
        Operand path =
            comparison.left() instanceof Operand.Constant ? comparison.right() : comparison.left();
        yield told(path, object, comparison.told(object, path));
      }
    };
  }

  private static Node first(List<Node> values) {
    return values.isEmpty() ? NullNode.NULL : values.getFirst();
  }

  private static String told(Operand operand, ObjectStatus object, Node value) {
    return switch (operand) {
      case Operand.Constant _ -> "it never holds";
      case Operand.OfCondition of -> object.told(of.type());
      case Operand.Path path ->
          value instanceof NullNode ? path + " is not there yet" : path + " is " + shortened(value);
    };
  }

  private static String shortened(Node value) {
    String text = value instanceof ScalarNode scalar ? scalar.text() : value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
