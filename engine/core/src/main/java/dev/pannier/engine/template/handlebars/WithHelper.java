package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pannier.engine.yaml.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code #with}: makes a value {@code this}; what is asked for may be absent. */
final class WithHelper implements Helper<Object> {

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.render().isCollecting()) {
      return null;
    }
    tag.oneArgument();
    if (tag.argument(0) instanceof Node value && Truth.of(value)) {
      Scope inside = tag.scope().inner(value, "with", tag.parameters(value), Map.of());
      tag.render().write(tag.body(), inside);
    } else {
      tag.render().write(tag.inverse(), tag.scope());
    }
    return null;
  }
}
