package dev.pannier.engine.template.handlebars;

import java.util.List;
import java.util.Map;

/**
 * What stands in a tag.
 *
 * @see ExpressionReader
 */
sealed interface Expression {

  /** Where it begins in the template. */
  int at();

  /** A string, a number, a boolean. */
  record Literal(String text, int at) implements Expression {}

  /** A name with nothing behind it: a value's, or a helper's that takes no arguments. */
  record Name(Path path, int at) implements Expression {}

  /** A helper and its arguments. */
  record Call(String name, List<Expression> arguments, Map<String, Expression> named, int at)
      implements Expression {}
}
