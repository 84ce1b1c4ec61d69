package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.handlebars.Expression.Call;
import dev.pannier.engine.template.handlebars.Expression.Literal;
import dev.pannier.engine.template.handlebars.Expression.Name;
import dev.pannier.engine.template.handlebars.Statement.Block;
import dev.pannier.engine.template.handlebars.Statement.Inline;
import dev.pannier.engine.template.handlebars.Statement.Output;
import dev.pannier.engine.template.handlebars.Statement.Partial;
import dev.pannier.engine.template.language.Functions;
import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through templates both ways at each condition and notes which values they ask for. Where it
 * cannot tell, it takes more to be asked for, never less.
 */
final class Surveyor {

  private static final int DEEPEST = 64;

  private record Visit(
      List<Statement> body,
      Meaning self,
      Meaning root,
      Meaning outer,
      Map<String, Meaning> names) {}

  private final SurveyedPartials partials;
  private final HelperMeanings helpers;
  private final Functions functions;
  private final MapNode values;
  private final Set<ValueUse> uses = new LinkedHashSet<>();
  private final Set<Visit> visited = new HashSet<>();
  private boolean computedNames;
  private int depth;

  Surveyor(SurveyedPartials partials, Functions functions, MapNode values) {
    this.partials = partials;
    this.functions = functions;
    this.values = values;
    this.helpers = new HelperMeanings(this);
  }

  List<ValueUse> uses() {
    return List.copyOf(uses);
  }

  /** Whether some partial is called by a name that only a render knows. */
  boolean hasComputedNames() {
    return computedNames;
  }

  void walk(List<Statement> statements, View view) {
    for (Statement statement : statements) {
      if (statement instanceof Inline inline) {
        view.inline().put(inline.name(), inline);
      }
    }
    for (Statement statement : statements) {
      switch (statement) {
        case Output(Call call) -> whole(output(call, view), view, call.at());
        case Block block -> block(block, view);
        case Partial(Call call, List<Statement> body) -> partial(call, body, view);
        case Inline _ -> {}
      }
    }
  }

  /** A tag's value: a name alone is a value's, or a helper's. */
  private Meaning output(Call call, View view) {
    return call.arguments().isEmpty() && call.named().isEmpty()
        ? name(Path.parse(call.name()), call.at(), view, false)
        : call(call, view);
  }

  private void block(Block block, View view) {
    Call call = block.call();
    switch (call.name()) {
      case "if", "unless" -> {
        arguments(call, view, true);
        walk(block.body(), view);
      }
      case "with" -> {
        Meaning value = argument(call, view, true);
        walk(block.body(), view.inner(value, parameters(block, value)));
      }
      case "each" -> {
        Meaning item = argument(call, view, false).child(ValueUse.ANY);
        walk(block.body(), view.inner(item, parameters(block, item)));
      }
      default -> section(block, view);
    }
    walk(block.otherwise(), view);
  }

  /** {@code {{#name}}}: over a list, into a map, or once. */
  private void section(Block block, View view) {
    Meaning value = output(block.call(), view);
    Meaning inside = value.or(value.child(ValueUse.ANY)).or(view.self());
    walk(block.body(), view.inner(inside, parameters(block, inside)));
  }

  private static Map<String, Meaning> parameters(Block block, Meaning first) {
    Map<String, Meaning> parameters = new HashMap<>();
    for (int i = 0; i < block.parameters().size(); i++) {
      parameters.put(block.parameters().get(i), i == 0 ? first : Meaning.OTHER);
    }
    return parameters;
  }

  private Meaning argument(Call call, View view, boolean optional) {
    return call.arguments().isEmpty()
        ? Meaning.OTHER
        : evaluate(call.arguments().getFirst(), view, optional);
  }

  private void arguments(Call call, View view, boolean optional) {
    call.arguments().forEach(argument -> evaluate(argument, view, optional));
  }

  /** What an expression may lead to; each value on the way counts as asked for. */
  Meaning evaluate(Expression expression, View view, boolean optional) {
    return switch (expression) {
      case Literal _ -> Meaning.OTHER;
      case Name(Path path, int at) -> name(path, at, view, optional);
      case Call call -> call(call, view);
    };
  }

  private Meaning call(Call call, View view) {
    return switch (call.name()) {
      case "include" -> {
        partial(call, List.of(), view);
        yield Meaning.OTHER;
      }
      case "tpl" -> tpl(call, view);
      default -> helpers.of(call, view);
    };
  }

  boolean accepts(String helper, int index, int size) {
    return functions.find(helper).map(one -> one.absence().accepts(index, size)).orElse(false);
  }

  private Meaning name(Path path, int at, View view, boolean optional) {
    View start = view;
    for (int i = 0; i < path.up() && start.outer() != null; i++) {
      start = start.outer();
    }
    List<String> keys = path.keys();
    if (path.data()) {
      boolean root = !keys.isEmpty() && keys.getFirst().equals("root");
      return root ? descend(start.root(), keys, 1, at, view, optional) : Meaning.OTHER;
    }
    Meaning parameter = path.local() || keys.isEmpty() ? null : view.names().get(keys.getFirst());
    return parameter == null
        ? descend(start.self(), keys, 0, at, view, optional)
        : descend(parameter, keys, 1, at, view, optional);
  }

  private Meaning descend(
      Meaning from, List<String> keys, int first, int at, View view, boolean optional) {
    Meaning meaning = from;
    for (String key : keys.subList(first, keys.size())) {
      meaning = meaning.child(key);
    }
    note(meaning, false, optional, view, at);
    return meaning;
  }

  /** Notes that a value is used with all that lies below it. */
  void whole(Meaning meaning, View view, int at) {
    note(meaning, true, false, view, at);
    meaning.fields().values().forEach(field -> whole(field, view, at));
  }

  void note(Meaning meaning, boolean whole, boolean optional, View view, int at) {
    Location place = view.file().at(at);
    for (List<String> path : meaning.values()) {
      uses.add(new ValueUse(path, whole, optional, place));
    }
    if (whole) {
      for (List<String> root : meaning.roots()) {
        uses.add(new ValueUse(root, true, true, place));
      }
    }
  }

  private void partial(Call call, List<Statement> body, View view) {
    Expression first =
        call.arguments().isEmpty() ? new Literal("", 0) : call.arguments().getFirst();
    Meaning model =
        call.arguments().size() > 1 ? evaluate(call.arguments().get(1), view, false) : view.self();
    Map<String, Meaning> named = new HashMap<>();
    call.named().forEach((key, value) -> named.put(key, evaluate(value, view, false)));
    Meaning inside = named.isEmpty() ? model : model.with(named);
    if (!(first instanceof Literal(String name, int _))) {
      evaluate(first, view, false);
      computedNames = true;
      whole(inside, view, call.at());
      walk(body, view);
      return;
    }
    View.Handed given = body.isEmpty() ? null : new View.Handed(body, view);
    enter(name, inside, given, view);
  }

  private void enter(String name, Meaning model, View.@Nullable Handed given, View view) {
    if (name.equals("@partial-block")) {
      View.Handed handed = view.block();
      if (handed != null) {
        visit(handed.body(), view.inner(model, Map.of()).handed(handed));
      }
      return;
    }
    Inline local = view.inline().get(name);
    SurveyedPartials.Found shared = partials.find(name, view.file().chart());
    if (local != null) {
      visit(local.body(), view.called(model, view.file(), given));
    } else if (shared != null) {
      visit(shared.body(), view.called(model, shared.file(), given));
    } else if (given != null) {
      walk(given.body(), view);
    }
    if (given != null) {
      // Partials that the block defines for the one it is handed to.
      walk(given.body(), view);
    }
  }

  /** Walks through a partial once for all that it may be called with. */
  private void visit(List<Statement> body, View view) {
    View above = view.outer();
    Meaning outer = above == null ? Meaning.OTHER : above.self();
    Visit visit = new Visit(body, view.self(), view.root(), outer, view.names());
    if (depth >= DEEPEST || !visited.add(visit)) {
      return;
    }
    depth++;
    walk(body, view);
    depth--;
  }

  /**
   * A text that is a template itself: the defaults are read as such, of others nothing is known.
   */
  private Meaning tpl(Call call, View view) {
    if (call.arguments().isEmpty()) {
      return Meaning.OTHER;
    }
    Meaning model =
        call.arguments().size() > 1 ? evaluate(call.arguments().get(1), view, false) : view.self();
    if (call.arguments().getFirst() instanceof Literal(String text, int _)) {
      inline(text, model, view);
      return Meaning.OTHER;
    }
    List<List<String>> asked = new ArrayList<>();
    Set<ValueUse> before = new HashSet<>(uses);
    whole(evaluate(call.arguments().getFirst(), view, false), view, call.at());
    for (ValueUse use : uses) {
      if (!before.contains(use)) {
        asked.add(use.path());
      }
    }
    List<String> texts = DefaultTexts.at(asked, values);
    if (asked.isEmpty()) {
      whole(model, view, call.at());
    }
    texts.forEach(text -> inline(text, model, view));
    return Meaning.OTHER;
  }

  private void inline(String text, Meaning model, View view) {
    if (text.contains("{{")) {
      SurveyedFile written = SurveyedFile.of(view.file().chart(), new Source("", text));
      visit(written.statements(), view.called(model, written, null));
    }
  }
}
