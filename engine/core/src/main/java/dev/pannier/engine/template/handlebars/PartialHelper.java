package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code > name}, {@code #> name} and {@code include}: what calls partials. */
final class PartialHelper implements Helper<Object> {

  private static final String BLOCK = "@partial-block";

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.render().isCollecting()) {
      return null;
    }
    Lent given = tag.isBlock() ? new Lent(BLOCK, tag.body(), tag.scope()) : null;
    Template filler = tag.isBlock() ? tag.body() : null;
    String name = name(tag);
    Lent partial = find(tag, name);
    Location place = tag.place();
    if (partial == null && filler != null) {
      tag.render().write(filler, tag.scope());
      return null;
    }
    if (partial == null) {
      throw unknown(tag, name);
    }
    Scope inside = scope(tag, partial, given);
    tag.render()
        .deeper(
            name,
            place,
            () -> {
              tag.render().write(partial.body(), inside);
              return true;
            });
    return null;
  }

  /** What a partial writes, as text. */
  static Node include(Tag tag) {
    String name = name(tag);
    Lent partial = find(tag, name);
    if (partial == null) {
      throw unknown(tag, name);
    }
    Scope inside = scope(tag, partial, null);
    return TextNode.of(
        tag.render().deeper(name, tag.place(), () -> tag.render().flat(partial.body(), inside)));
  }

  private static String name(Tag tag) {
    if (tag.size() < 1 || tag.size() > 2) {
      throw tag.failure(
          Problem.error(
              "template.wrong-arguments",
              "A partial is called by its name and at most one context, but here stand "
                  + tag.size()
                  + " arguments."));
    }
    if (tag.node(0) instanceof TextNode name) {
      return name.text();
    }
    throw tag.failure(
        Problem.error(
                "template.partial-name",
                "The name of a partial must be a string, but is the "
                    + tag.node(0).typeName()
                    + " `"
                    + tag.node(0)
                    + "`.")
            .hint("Write the name itself, `{{> labels}}`, or compute a string."));
  }

  private static @Nullable Lent find(Tag tag, String name) {
    Frame frame = tag.scope().frame();
    if (name.equals(BLOCK)) {
      return frame.block();
    }
    Lent local = frame.find(name);
    if (local != null) {
      return local;
    }
    Partials partials = tag.render().partials();
    String id = tag.body().filename();
    return partials.find(name, id.isEmpty() ? "" : tag.render().compiler().name(id).chart());
  }

  private static Scope scope(Tag tag, Lent partial, @Nullable Lent given) {
    Scope here = tag.scope();
    Node model = tag.size() > 1 ? tag.node(1) : here.self();
    Map<String, Node> named = tag.named();
    if (!named.isEmpty()) {
      Map<String, Node> both = new LinkedHashMap<>();
      if (model instanceof MapNode map) {
        both.putAll(map.entries());
      }
      both.putAll(named);
      model = MapNode.of(both).withOrigin(model.origin());
    }
    if (partial.home() != null) {
      return here.handed(model, partial.home());
    }
    Frame inside = new Frame(here.frame(), given);
    if (given != null) {
      tag.render().collect(given.body(), here.collector(inside));
    }
    return here.called(model, partial.name(), inside);
  }

  private static RuntimeException unknown(Tag tag, String name) {
    if (name.equals(BLOCK)) {
      return tag.failure(
          Problem.error("template.no-block", "Nobody handed a block to this partial.")
              .hint("Call it by `{{#> name}}…{{/name}}`, with its name and a block for it."));
    }
    return tag.failure(
        Problem.error("template.unknown-partial", "There is no partial `" + name + "`.")
            .hint(hint(tag, name)));
  }

  private static String hint(Tag tag, String name) {
    String guess = Suggestion.didYouMean(name, tag.render().partials().names());
    return guess.isEmpty()
        ? "A partial is a file `templates/_"
            + name
            + ".hbs` or an `{{#*inline \""
            + name
            + "\"}}` in any file with a leading `_`."
        : guess;
  }
}
