package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code #each}: over the items of a list, or over a map in the order in which it is written. */
final class EachHelper implements Helper<Object> {

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.render().isCollecting()) {
      return null;
    }
    tag.oneArgument();
    run(tag, tag.node(0));
    return null;
  }

  /** Runs over a value as {@code #each} does. */
  static void run(Tag tag, Node value) {
    switch (value) {
      case ListNode list when !list.isEmpty() -> {
        for (int i = 0; i < list.size(); i++) {
          Node index = NumberNode.of(i);
          item(tag, list.get(i), index, i, list.size());
        }
      }
      case MapNode map when !map.isEmpty() -> {
        int i = 0;
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
          Node key = new TextNode(entry.getKey(), map.keyOrigin(entry.getKey()));
          item(tag, entry.getValue(), key, i++, map.size());
        }
      }
      case ListNode _, MapNode _, NullNode _ -> tag.render().write(tag.inverse(), tag.scope());
      case Node other ->
          throw tag.failure(
              Problem.error(
                      "template.not-a-collection",
                      "`#each` runs over lists and maps, but this is the "
                          + other.typeName()
                          + " `"
                          + other
                          + "`.")
                  .note("the value is set here", other.origin())
                  .hint("Set a list or a map there; a single value needs no loop."));
    }
  }

  private static void item(Tag tag, Node item, Node key, int index, int size) {
    tag.render().step();
    Map<String, Node> loop =
        Map.of(
            "key", key,
            "index", NumberNode.of(index),
            "first", BoolNode.of(index == 0),
            "last", BoolNode.of(index == size - 1));
    Scope inside = tag.scope().inner(item, "each", tag.parameters(item, key), loop);
    tag.render().write(tag.body(), inside);
  }
}
