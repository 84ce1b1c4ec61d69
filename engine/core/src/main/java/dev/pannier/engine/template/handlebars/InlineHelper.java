package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.TextNode;
import org.jspecify.annotations.Nullable;

/** {@code #*inline "name"}: defines a partial and writes nothing. */
final class InlineHelper implements Helper<Object> {

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.size() != 1 || !(tag.argument(0) instanceof TextNode name)) {
      throw tag.failure(
          Problem.error("template.wrong-arguments", "An inline partial needs a name.")
              .hint("Write `{{#*inline \"labels\"}}`."));
    }
    tag.scope().frame().define(new Lent(name.text(), tag.body(), null));
    return null;
  }
}
