package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.template.language.LimitException;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.template.language.RenderSession;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of rendering one file. For one thread. */
final class Render {

  private static final int SHOWN_CALLS = 5;

  private record Call(String name, Location place) {}

  private final Compiler compiler;
  private final Partials partials;
  private final RenderSession session;
  private final MapNode root;
  private final List<Insertion> insertions = new ArrayList<>();
  private final Map<String, Path> paths = new HashMap<>();
  private final Map<String, Object> libraryData = new HashMap<>();
  private final Deque<Call> calls = new ArrayDeque<>();
  private final Problems missing = new Problems();
  private final Set<Location> holes = new HashSet<>();
  private final RenderWriter file;
  private RenderWriter out;
  private boolean collecting;

  Render(Compiler compiler, Partials partials, RenderSession session, MapNode root) {
    this.compiler = compiler;
    this.partials = partials;
    this.session = session;
    this.root = root;
    this.file = new RenderWriter(this);
    this.out = file;
  }

  /** The inline partials that a file defines for all others. */
  static Collection<Lent> definitions(Compiler compiler, Template template) {
    Render render = new Render(compiler, new Partials(), RenderSession.idle(), MapNode.EMPTY);
    Scope scope = Scope.root(render, MapNode.EMPTY);
    render.collect(template, scope);
    return scope.frame().all().values();
  }

  Partials partials() {
    return partials;
  }

  RenderSession session() {
    return session;
  }

  Compiler compiler() {
    return compiler;
  }

  MapNode root() {
    return root;
  }

  List<Insertion> insertions() {
    return insertions;
  }

  Map<String, Object> libraryData() {
    return libraryData;
  }

  Path path(String text) {
    return paths.computeIfAbsent(text, Path::parse);
  }

  /** While inline partials are gathered nothing is written and nothing is called. */
  boolean isCollecting() {
    return collecting;
  }

  /** The mark that stands for a value from now on. */
  String insert(Node value, Location place) {
    if (value instanceof TextNode text) {
      take(text.text().length(), place);
    }
    insertions.add(new Insertion(value, place));
    return Marks.of(Marks.VALUE, insertions.size() - 1);
  }

  /** Writes a template where writing goes at the moment. */
  void write(Template template, Scope scope) {
    try {
      template.apply(scope, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text that a template writes, marks and all. */
  String capture(Template template, Scope scope) {
    RenderWriter before = out;
    out = new RenderWriter(this);
    try {
      write(template, scope);
      return out.text();
    } finally {
      out = before;
    }
  }

  /** The text that a template writes, as people read it. */
  String flat(Template template, Scope scope) {
    return Unmarked.flatten(capture(template, scope), insertions);
  }

  /** Runs a template for the inline partials it defines. */
  void collect(Template template, Scope scope) {
    if (!compiler.definesPartials(template)) {
      return;
    }
    boolean before = collecting;
    collecting = true;
    try {
      write(template, scope);
    } finally {
      collecting = before;
    }
  }

  /** Goes one partial deeper for as long as the body runs. */
  <T> T deeper(String name, Location place, Supplier<T> body) {
    if (calls.size() >= session.budget().depth()) {
      throw new Failure(tooDeep(name, place));
    }
    calls.push(new Call(name, place));
    step();
    T result = body.get();
    calls.pop();
    return result;
  }

  private Problem tooDeep(String name, Location place) {
    StringBuilder chain = new StringBuilder();
    Iterator<Call> called = calls.iterator();
    for (int i = 0; i < 3 && called.hasNext(); i++) {
      chain.insert(0, "`" + called.next().name + "` → ");
    }
    return Problem.error(
            "template.too-deep",
            "Partials call each other more than "
                + session.budget().depth()
                + " deep: … "
                + chain
                + "`"
                + name
                + "`.")
        .at(place)
        .hint("Let a partial that calls itself end by an `if`.");
  }

  /** Takes some of the output that is left, for what was written last. */
  void take(int chars) {
    take(chars, null);
  }

  private void take(int chars, @Nullable Location place) {
    try {
      session.budget().take(chars);
    } catch (LimitException e) {
      throw new Failure(e.problem().at(place == null ? lastPlace() : place), e);
    }
  }

  /** Takes some of the time that is left. */
  void step() {
    take(0);
  }

  /** The place that wrote last. */
  private Location lastPlace() {
    String text = out.text();
    int mark = text.lastIndexOf(Marks.PLACE);
    return mark < 0 ? Location.unknown() : compiler.place(Marks.number(text, mark));
  }

  /** Notes that a value to be written is not there; what goes on being written is null. */
  Node writeMissing(Problem problem) {
    if (out != file) {
      // text that a helper is about to read: what it made of a hole would be no news
      throw new Failure(problem);
    }
    // a tag in a loop is told once
    if (holes.add(problem.location())) {
      missing.add(withCalls(problem));
    }
    return NullNode.NULL;
  }

  /** The values that were to be written and are not there. */
  Problems missing() {
    return missing;
  }

  /** A problem with the calls that led to it. */
  Problem withCalls(Problem problem) {
    Problem told = problem;
    int shown = 0;
    Location before = null;
    for (Call call : calls) {
      if (call.place.equals(before)) {
        continue;
      }
      before = call.place;
      if (++shown > SHOWN_CALLS) {
        break;
      }
      told = told.note("in `" + call.name + "`, called here", call.place);
    }
    return told;
  }

  String text() {
    return out.text();
  }
}
