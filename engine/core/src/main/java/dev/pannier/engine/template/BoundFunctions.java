package dev.pannier.engine.template;

import dev.pannier.engine.template.helper.Arguments;
import dev.pannier.engine.template.helper.HelperException;
import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions that need to know the release: one object for one render. */
final class BoundFunctions {

  private final RenderInput input;
  private MapNode generated;

  BoundFunctions(RenderInput input) {
    this.input = input;
    this.generated = input.generated();
  }

  /**
   * The functions as the templates of one chart call them.
   *
   * @param path the names of the charts that lead from the root to that chart
   */
  Map<String, Function> of(List<String> path) {
    String prefix = path.isEmpty() ? "" : String.join("/", path) + "/";
    Map<String, Function> all = new HashMap<>();
    all.put("lookup", Function.lenient(this::lookup));
    all.put("generated", Function.strict(arguments -> generated(prefix, arguments)));
    all.put("Capabilities.APIVersions.Has", Function.strict(this::has));
    return all;
  }

  /** What was generated in this render and before. */
  MapNode generated() {
    return generated;
  }

  /**
   * With two arguments Handlebars' lookup of a key that is computed, with four Helm's of an object
   * in the cluster. What is not there is null, or an empty map.
   */
  private Node lookup(Arguments arguments) {
    if (arguments.size() == 2) {
      return child(arguments.at(0), arguments.at(1));
    }
    if (arguments.size() != 4) {
      throw new HelperException(
          "`lookup` takes a value and a key, or apiVersion, kind, namespace and name, but has "
              + arguments.size()
              + " arguments.");
    }
    MapNode found =
        input
            .lookup()
            .find(arguments.text(0), arguments.text(1), arguments.text(2), arguments.text(3));
    refuseMarks(found);
    return found;
  }

  private static Node child(Node container, Node key) {
    Node found =
        switch (container) {
          case MapNode map when key instanceof ScalarNode name -> map.get(name.text());
          case ListNode list when key instanceof NumberNode index -> {
            int at = (int) index.toDouble();
            yield at >= 0 && at < list.size() ? list.get(at) : null;
          }
          case Node _ -> null;
        };
    return found == null ? NullNode.NULL : found;
  }

  private static void refuseMarks(Node node) {
    if (Marks.find(node.toString()) >= 0) {
      throw new HelperException("An object of the cluster holds characters that no text has.");
    }
  }

  /** Computed once per release: an upgrade finds the earlier value. Subcharts share no secrets. */
  private Node generated(String prefix, Arguments arguments) {
    String key = prefix + arguments.text(0);
    Node earlier = generated.get(key);
    if (earlier != null) {
      return earlier;
    }
    Node value = arguments.at(1);
    generated = generated.with(key, value);
    return value;
  }

  private Node has(Arguments arguments) {
    return BoolNode.of(input.capabilities().apiVersions().contains(arguments.text(0)));
  }
}
