package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pannier.engine.yaml.NumberNode;
import org.jspecify.annotations.Nullable;

/** {@code #if} and {@code #unless}; what is asked for may be absent. */
final class IfHelper implements Helper<Object> {

  private final boolean wanted;

  IfHelper(boolean wanted) {
    this.wanted = wanted;
  }

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.render().isCollecting()) {
      return null;
    }
    tag.oneArgument();
    boolean zeroCounts = Truth.of(tag.named().get("includeZero"));
    boolean truth =
        Truth.of(tag.argument(0)) || zeroCounts && tag.argument(0) instanceof NumberNode;
    tag.render().write(truth == wanted ? tag.body() : tag.inverse(), tag.scope());
    return null;
  }
}
