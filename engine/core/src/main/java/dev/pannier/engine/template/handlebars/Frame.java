package dev.pannier.engine.template.handlebars;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partials that a template or a partial sees beside those of the whole chart. */
final class Frame {

  private final @Nullable Frame outer;
  private final @Nullable Lent block;
  private final Map<String, Lent> inline = new HashMap<>(4);

  Frame(@Nullable Frame outer, @Nullable Lent block) {
    this.outer = outer;
    this.block = block;
  }

  void define(Lent partial) {
    inline.put(partial.name(), partial);
  }

  @Nullable Lent find(String name) {
    Lent found = inline.get(name);
    return found != null || outer == null ? found : outer.find(name);
  }

  /** What the caller wrote between the tags of a partial block. */
  @Nullable Lent block() {
    return block;
  }

  Map<String, Lent> all() {
    return inline;
  }
}
