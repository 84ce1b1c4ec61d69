package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.PathExpression;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a point of a render. Paths are resolved here and nowhere else: maps by their
 * keys, lists by their indexes, strictly in {@code this}; the library's own rules (outer scopes,
 * Java objects, data shadowed by equal keys) never apply.
 */
final class Scope extends Context {

  private final Render render;
  private final Node self;
  private final String opener;

  /** What {@code ../} leads to. */
  private final @Nullable Scope outer;

  /** Where block parameters are looked up further. */
  private final @Nullable Scope lexical;

  /** Where {@code @} data is looked up further. */
  private final @Nullable Scope caller;

  private final Map<String, Node> names;
  private final Map<String, Node> loop;
  private final Frame frame;

  private Scope(
      Render render,
      Node self,
      String opener,
      @Nullable Scope outer,
      @Nullable Scope lexical,
      @Nullable Scope caller,
      Map<String, Node> names,
      Map<String, Node> loop,
      Frame frame) {
    super(self);
    this.data = render.libraryData();
    this.render = render;
    this.self = self;
    this.opener = opener;
    this.outer = outer;
    this.lexical = lexical;
    this.caller = caller;
    this.names = names;
    this.loop = loop;
    this.frame = frame;
  }

  static Scope root(Render render, Node self) {
    return new Scope(render, self, "", null, null, null, Map.of(), Map.of(), new Frame(null, null));
  }

  /** The scope of a block that changes {@code this}. */
  Scope inner(Node item, String block, Map<String, Node> names, Map<String, Node> loop) {
    return new Scope(render, item, "#" + block, this, this, this, names, loop, frame);
  }

  /** The scope of a partial; {@code ../} leads from it where it would lead from its call. */
  Scope called(Node model, String name, Frame inside) {
    boolean same = model == self;
    return new Scope(
        render, model, "> " + name, same ? outer : this, null, this, Map.of(), Map.of(), inside);
  }

  /** This scope, defining partials elsewhere. */
  Scope collector(Frame into) {
    return new Scope(render, self, opener, outer, lexical, caller, names, loop, into);
  }

  /** The scope of a block that was handed to a partial, at the point where that calls it. */
  Scope handed(Node model, Scope home) {
    boolean same = model == self;
    return new Scope(
        render,
        model,
        "> @partial-block",
        same ? outer : this,
        home,
        this,
        Map.of(),
        Map.of(),
        home.frame);
  }

  Render render() {
    return render;
  }

  Node self() {
    return self;
  }

  Frame frame() {
    return frame;
  }

  /** The tag that made {@code this} what it is, without its braces. */
  String opener() {
    return opener.isEmpty() && outer != null ? outer.opener() : opener;
  }

  MapNode root() {
    return render.root();
  }

  @Override
  public Object get(List<PathExpression> path) {
    return resolve(render.path(path.toString()));
  }

  @Override
  public Object get(String key) {
    return resolve(render.path(key));
  }

  /** Whether a tag without arguments means a value here, though a helper has its name. */
  boolean hasOwn(String name) {
    return blockParameter(name) != null || self instanceof MapNode map && map.has(name);
  }

  /** What a path leads to: a {@link Node}, or {@link Missing}. */
  Object resolve(Path path) {
    Scope start = this;
    for (int i = 0; i < path.up(); i++) {
      if (start.outer == null) {
        return path.keys().isEmpty() ? start.self : new Missing(path, 0, NullNode.NULL, this);
      }
      start = start.outer;
    }
    if (path.data()) {
      Node found = start.loopData(path.keys().getFirst());
      return found == null ? new Missing(path, 0, NullNode.NULL, this) : descend(path, 1, found);
    }
    if (!path.local()) {
      String head = path.keys().getFirst();
      Node parameter = blockParameter(head);
      if (parameter != null) {
        return descend(path, 1, parameter);
      }
      if (path.keys().size() == 1 && (head.equals("null") || head.equals("undefined"))) {
        return NullNode.NULL;
      }
    }
    return descend(path, 0, start.self);
  }

  private Object descend(Path path, int from, Node node) {
    Node at = node;
    List<String> keys = path.keys();
    for (int i = from; i < keys.size(); i++) {
      Node next = child(at, keys.get(i));
      if (next == null) {
        return new Missing(path, i, at, this);
      }
      at = next;
    }
    return at;
  }

  /** What a node holds under a key or an index; null where it holds nothing. */
  static @Nullable Node child(Node node, String key) {
    if (node instanceof MapNode map) {
      return map.get(key);
    }
    if (node instanceof ListNode list) {
      int index = index(key);
      return index >= 0 && index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  private static int index(String key) {
    if (key.isEmpty() || key.length() > 9) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + c - '0';
    }
    return index;
  }

  private @Nullable Node blockParameter(String name) {
    for (Scope at = this; at != null; at = at.lexical) {
      Node found = at.names.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Node loopData(String name) {
    if (name.equals("root")) {
      return render.root();
    }
    for (Scope at = this; at != null; at = at.caller) {
      Node found = at.loop.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
