package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.template.handlebars.Expression.Call;
import java.util.List;

/** A part of a template as it is read, not rendered. */
sealed interface Statement {

  /** {@code {{x}}}. */
  record Output(Call call) implements Statement {}

  /** {@code {{#name …}}…{{else}}…{{/name}}}. */
  record Block(Call call, List<String> parameters, List<Statement> body, List<Statement> otherwise)
      implements Statement {}

  /**
   * {@code {{> name …}}}, or with a body {@code {{#> name …}}}.
   *
   * @param call its first argument is the partial's name
   */
  record Partial(Call call, List<Statement> body) implements Statement {}

  /** {@code {{#*inline "name"}}}. */
  record Inline(String name, int at, List<Statement> body) implements Statement {}
}
