package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Handlebars.SafeString;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.template.helper.Arguments;
import dev.pannier.engine.template.helper.HelperException;
import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.LimitException;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tag that begins with a name: a helper's, or a value's. */
final class NamedHelper implements Helper<Object> {

  private static final String ROOT = "@root.";

  private final String name;
  private final Path path;

  NamedHelper(String name) {
    this.name = name;
    this.path = Path.parse(name);
  }

  @Override
  public @Nullable Object apply(@Nullable Object context, Options options) {
    Tag tag = Tag.of(context, options);
    if (tag.render().isCollecting()) {
      return tag.isExpression() ? NullNode.NULL : "";
    }
    Object value = value(tag);
    if (tag.isBlock()) {
      section(tag, value);
      return null;
    }
    if (tag.isExpression()) {
      tag.becomeArgument();
      return value;
    }
    Node node =
        value instanceof Missing missing
            ? tag.render().writeMissing(missing.problem(tag.place()))
            : (Node) value;
    return new SafeString(tag.isRaw() ? raw(tag, node) : tag.render().insert(node, tag.place()));
  }

  /** Raw text goes where marks are looked for, so it must not hold what looks like one. */
  private static String raw(Tag tag, Node value) {
    StringBuilder out = new StringBuilder();
    if (value instanceof ScalarNode) {
      out.append(Unmarked.plain(value));
    } else {
      YamlWriter.block(value, 0, out);
    }
    if (Marks.find(out) >= 0) {
      throw tag.failure(
          Problem.error("template.noncharacter", "This value holds characters that are no text.")
              .hint("Take the characters U+FDD0 to U+FDEF out of it."));
    }
    return out.toString();
  }

  private Object value(Tag tag) {
    boolean bare = !tag.hasArguments();
    if (bare
        && (path.local() || !tag.isExpression() && tag.scope().hasOwn(path.keys().getFirst()))) {
      return tag.scope().resolve(path);
    }
    if (name.equals("include") && !bare) {
      return PartialHelper.include(tag);
    }
    if (name.equals("tpl") && !bare) {
      return TplHelper.tpl(tag);
    }
    Optional<Function> function = tag.render().session().functions().find(functionName());
    if (function.isPresent()) {
      return call(tag, function.get());
    }
    if (bare) {
      return tag.scope().resolve(path);
    }
    throw unknown(tag);
  }

  /** What an object of the root can do has a dot in its name, and is known everywhere. */
  private String functionName() {
    return name.startsWith(ROOT) && name.indexOf('.', ROOT.length()) > 0
        ? name.substring(ROOT.length())
        : name;
  }

  private Node call(Tag tag, Function function) {
    if (tag.isBlock()) {
      throw tag.failure(
          Problem.error("template.not-a-block-helper", "The helper `" + name + "` opens no block.")
              .hint("Write `{{#if (" + name + " …)}}`, or `{{" + name + " …}}` for its value."));
    }
    Arguments arguments =
        new Arguments(
            name,
            tag.nodes(function.absence()),
            tag.named(),
            tag.render().session().surroundings());
    try {
      Node result = function.helper().call(arguments);
      tag.render().step();
      return result;
    } catch (HelperException e) {
      throw new Failure(refused(tag, function, e), e);
    } catch (LimitException e) {
      throw new Failure(e.problem().at(tag.place()), e);
    }
  }

  /** With the files or flags that set what the helper was given. */
  private static Problem refused(Tag tag, Function function, HelperException e) {
    Problem problem =
        Problem.error("template.helper-failed", String.valueOf(e.getMessage()))
            .at(tag.place())
            .hint(e.hint());
    int number = 0;
    for (Node argument : tag.nodes(function.absence())) {
      number++;
      if (argument instanceof ScalarNode && argument.origin().isKnown()) {
        problem = problem.note("argument " + number + " is set here", argument.origin());
      }
    }
    return problem;
  }

  private RuntimeException unknown(Tag tag) {
    String guess = Suggestion.didYouMean(name, tag.render().session().functions().names());
    return tag.failure(
        Problem.error("template.unknown-helper", "There is no helper `" + name + "`.").hint(guess));
  }

  /** {@code {{#name}}} as in Mustache: over a list, into a map, or once for what is true. */
  private void section(Tag tag, Object value) {
    switch (value) {
      case ListNode list -> EachHelper.run(tag, list);
      case MapNode map when !map.isEmpty() ->
          tag.render()
              .write(tag.body(), tag.scope().inner(map, name, tag.parameters(map), Map.of()));
      default -> tag.render().write(Truth.of(value) ? tag.body() : tag.inverse(), tag.scope());
    }
  }
}
