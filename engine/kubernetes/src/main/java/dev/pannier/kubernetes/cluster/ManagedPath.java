package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field's path as structured-merge-diff writes it: {@code
 * .spec.template.spec.containers[name="web"].image}. It does not quote keys, so that one with dots
 * in it, such as a label's, is told from two keys by a look at an object that has it.
 */
final class ManagedPath {

  /** A step of a path. */
  sealed interface Step {
    /** Into a map. */
    record Key(String name) implements Step {}

    /** To the item of a list that has these fields. */
    record Item(Map<String, Node> fields) implements Step {}

    /** To the item of a set that is this. */
    record Value(Node value) implements Step {}

    /** To the item at a place. */
    record Index(int index) implements Step {}
  }

  private final List<Step> steps;

  private ManagedPath(List<Step> steps) {
    this.steps = steps;
  }

  static ManagedPath of(String path, MapNode object) {
    List<Step> steps = new ArrayList<>();
    @Nullable Node node = object;
    int at = 0;
    while (at < path.length()) {
      int end;
      Step step;
      if (path.charAt(at) == '[') {
        end = closing(path, at);
        step = item(path.substring(at + 1, end));
        end = Math.min(path.length(), end + 1);
      } else {
        int start = path.charAt(at) == '.' ? at + 1 : at;
        end = keyEnd(path, start, node);
        step = new Step.Key(path.substring(start, end));
      }
      steps.add(step);
      node = follow(node, step);
      at = end;
    }
    return new ManagedPath(steps);
  }

  List<Step> steps() {
    return steps;
  }

  /** The longest key of the object that stands here; where it has none, up to the next dot. */
  private static int keyEnd(String path, int start, @Nullable Node node) {
    int best = -1;
    if (node instanceof MapNode map) {
      for (String key : map.keys()) {
        int end = start + key.length();
        if (end > best && path.startsWith(key, start) && isEnd(path, end)) {
          best = end;
        }
      }
    }
    if (best > start) {
      return best;
    }
    int end = start;
    while (!isEnd(path, end)) {
      end++;
    }
    return end == start ? Math.min(path.length(), start + 1) : end;
  }

  private static boolean isEnd(String path, int at) {
    return at >= path.length() || path.charAt(at) == '.' || path.charAt(at) == '[';
  }

  private static int closing(String path, int open) {
    boolean quoted = false;
    for (int at = open; at < path.length(); at++) {
      char c = path.charAt(at);
      if (c == '\\' && quoted) {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return at;
      }
    }
    return path.length();
  }

  private static Step item(String content) {
    if (content.startsWith("=")) {
      return new Step.Value(json(content.substring(1)));
    }
    if (content.indexOf('=') < 0) {
      try {
        return new Step.Index(Integer.parseInt(content));
      } catch (NumberFormatException _) {
        return new Step.Key(content);
      }
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < content.length()) {
      int equals = content.indexOf('=', at);
      int end = equals < 0 ? content.length() : fieldEnd(content, equals + 1);
      if (equals >= 0) {
        fields.put(content.substring(at, equals), json(content.substring(equals + 1, end)));
      }
      at = end + 1;
    }
    return new Step.Item(fields);
  }

  private static int fieldEnd(String content, int start) {
    boolean quoted = false;
    int at = start;
    while (at < content.length() && (quoted || content.charAt(at) != ',')) {
      if (content.charAt(at) == '\\' && quoted) {
        at++;
      } else if (content.charAt(at) == '"') {
        quoted = !quoted;
      }
      at++;
    }
    return Math.min(at, content.length());
  }

  private static Node json(String text) {
    try {
      return JsonReader.read(new Source("", text));
    } catch (ChartException _) {
      return TextNode.of(text);
    }
  }

  /** What an object has there; null where it has nothing. */
  @Nullable Node in(MapNode object) {
    @Nullable Node node = object;
    for (Step step : steps) {
      node = follow(node, step);
    }
    return node;
  }

  private static @Nullable Node follow(@Nullable Node node, Step step) {
    if (node instanceof MapNode map) {
      return step instanceof Step.Key(String name) ? map.get(name) : null;
    }
    if (!(node instanceof ListNode list)) {
      return null;
    }
    if (step instanceof Step.Index(int index)) {
      return index >= 0 && index < list.size() ? list.get(index) : null;
    }
    for (Node item : list) {
      if (isMeant(item, step)) {
        return item;
      }
    }
    return null;
  }

  /** A field that an item does not name has its default, and so does not tell it apart. */
  private static boolean isMeant(Node item, Step step) {
    return switch (step) {
      case Step.Key _, Step.Index _ -> false;
      case Step.Value(Node value) -> item.equals(value);
      case Step.Item(Map<String, Node> fields) -> {
        if (!(item instanceof MapNode map)) {
          yield false;
        }
        for (Map.Entry<String, Node> field : fields.entrySet()) {
          Node value = map.get(field.getKey());
          if (value != null && !value.equals(field.getValue())) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  /** {@code spec.containers[name="web"].image}, {@code metadata.labels[a/b.c]}. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Key(String name) -> {
          if (name.indexOf('.') >= 0 || name.indexOf('/') >= 0) {
            text.append('[').append(name).append(']');
          } else {
            text.append(text.isEmpty() ? "" : ".").append(name);
          }
        }
        case Step.Index(int index) -> text.append('[').append(index).append(']');
        case Step.Value(Node value) ->
            text.append("[=").append(JsonWriter.write(value)).append(']');
        case Step.Item(Map<String, Node> fields) -> {
          String separator = "[";
          for (Map.Entry<String, Node> field : fields.entrySet()) {
            text.append(separator).append(field.getKey()).append('=');
            text.append(JsonWriter.write(field.getValue()));
            separator = ",";
          }
          text.append(']');
        }
      }
    }
    return text.toString();
  }
}
