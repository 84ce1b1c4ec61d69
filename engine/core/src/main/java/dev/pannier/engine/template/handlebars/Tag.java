package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.language.Function.Absence;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A tag as the library hands it to a helper, in our terms. */
final class Tag {

  private final Options options;
  private final Scope scope;
  private final List<Object> arguments;

  private Tag(Options options, Scope scope, List<Object> arguments) {
    this.options = options;
    this.scope = scope;
    this.arguments = arguments;
  }

  /** Reads the arguments; must run before anything else of the template does. */
  static Tag of(@Nullable Object first, Options options) {
    Scope scope = (Scope) options.context;
    Integer count = scope.data(Context.PARAM_SIZE);
    List<Object> arguments = new ArrayList<>(4);
    if (count != null && count > 0) {
      arguments.add(value(first));
      for (Object argument : options.params) {
        arguments.add(value(argument));
      }
    }
    return new Tag(options, scope, arguments);
  }

  private static Object value(@Nullable Object argument) {
    return argument instanceof Missing || argument instanceof Node ? argument : Node.of(argument);
  }

  /**
   * Tells the tag around an expression again that it has arguments: the library notes their number
   * before it asks for the first of them, and each tag that ran meanwhile noted its own.
   */
  void becomeArgument() {
    scope.data(Context.PARAM_SIZE, 1);
  }

  Scope scope() {
    return scope;
  }

  Render render() {
    return scope.render();
  }

  String name() {
    return options.helperName;
  }

  boolean isBlock() {
    return options.tagType == TagType.SECTION;
  }

  boolean isExpression() {
    return options.tagType == TagType.SUB_EXPRESSION;
  }

  boolean isRaw() {
    return options.tagType == TagType.AMP_VAR || options.tagType == TagType.TRIPLE_VAR;
  }

  Template body() {
    return options.fn;
  }

  Template inverse() {
    return options.inverse;
  }

  boolean hasArguments() {
    return !arguments.isEmpty() || !options.hash.isEmpty();
  }

  int size() {
    return arguments.size();
  }

  /** An argument: a {@link Node} or {@link Missing}. */
  Object argument(int index) {
    return arguments.get(index);
  }

  /** An argument that must be there. */
  Node node(int index) {
    return required(arguments.get(index));
  }

  /** All arguments, those that may be absent as null. */
  List<Node> nodes(Absence absence) {
    List<Node> nodes = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      nodes.add(
          absence.accepts(i, arguments.size()) && arguments.get(i) instanceof Missing
              ? NullNode.NULL
              : required(arguments.get(i)));
    }
    return nodes;
  }

  /** The named arguments, in order. */
  Map<String, Node> named() {
    if (options.hash.isEmpty()) {
      return Map.of();
    }
    Map<String, Node> named = new LinkedHashMap<>();
    options.hash.forEach((key, argument) -> named.put(key, required(value(argument))));
    return named;
  }

  private Node required(Object argument) {
    if (argument instanceof Missing missing) {
      throw failure(missing::problem);
    }
    return (Node) argument;
  }

  /** What the block calls its parameters, as far as there are values for them. */
  Map<String, Node> parameters(Node... values) {
    if (options.blockParams.isEmpty()) {
      return Map.of();
    }
    Map<String, Node> parameters = new HashMap<>(4);
    for (int i = 0; i < Math.min(values.length, options.blockParams.size()); i++) {
      parameters.put(options.blockParams.get(i), values[i]);
    }
    return parameters;
  }

  /** Where the tag stands; of blocks only the library knows, see {@link #failure}. */
  Location place() {
    return render().compiler().at(options.fn);
  }

  RuntimeException failure(Function<Location, Problem> problem) {
    return isBlock() ? new Unplaced(problem) : new Failure(problem.apply(place()));
  }

  RuntimeException failure(Problem problem) {
    return failure(problem::at);
  }

  /** Fails unless a block helper has the one argument it is about. */
  void oneArgument() {
    if (size() != 1) {
      throw failure(
          Problem.error(
                  "template.wrong-arguments",
                  "The block `#"
                      + name().replace("@", "")
                      + "` takes one argument, but has "
                      + size()
                      + ".")
              .hint("Several conditions are one by `and` and `or`: `{{#if (and a b)}}`."));
    }
  }
}
