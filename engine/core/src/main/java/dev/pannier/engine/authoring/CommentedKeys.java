package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlComment;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys that a values file shows only in comments: {@code # nodePort: 30080}. The map they would
 * stand in takes more keys than it has.
 */
final class CommentedKeys {

  /** Words that lead to something else than a value. */
  private static final Set<String> NO_KEYS =
      Set.of("ref", "note", "default", "defaults", "see", "usage", "warning", "options", "values");

  private record Key(int column, KeyPath map, KeyPath path) {}

  private final TreeMap<Integer, Key> keys = new TreeMap<>();
  private final Map<KeyPath, Set<String>> present = new LinkedHashMap<>();
  private final Map<KeyPath, Set<String>> found = new LinkedHashMap<>();

  CommentedKeys(MapNode values, List<YamlComment> comments) {
    visit(values, KeyPath.ROOT);
    for (int i = 0; i < comments.size(); i++) {
      String next =
          i + 1 < comments.size() && comments.get(i + 1).line() == comments.get(i).line() + 1
              ? comments.get(i + 1).text()
              : "";
      look(comments.get(i), next);
    }
  }

  /** Those that would stand in a map. */
  Set<String> in(KeyPath map) {
    return found.getOrDefault(map, Set.of());
  }

  private void visit(Node node, KeyPath path) {
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach((key, value) -> {
                Location at = map.keyOrigin(key);
                keys.putIfAbsent(at.line(), new Key(at.column(), path, path.child(key)));
                present.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(key);
                visit(value, path.child(key));
              });
      case ListNode list -> list.forEach(item -> visit(item, path.items()));
      case ScalarNode _ -> {}
    }
  }

  private void look(YamlComment comment, String next) {
    String key = comment.alone() ? key(comment.text(), next) : "";
    if (key.isEmpty()) {
      return;
    }
    KeyPath owner = owner(comment);
    if (!present.getOrDefault(owner, Set.of()).contains(key)) {
      found.computeIfAbsent(owner, _ -> new LinkedHashSet<>()).add(key);
    }
  }

  /** The map of the nearest key above that stands at this column, or farther out. */
  private KeyPath owner(YamlComment comment) {
    var above = keys.lowerEntry(comment.line());
    while (above != null && above.getValue().column > comment.column()) {
      above = keys.lowerEntry(above.getKey());
    }
    if (above == null) {
      return KeyPath.ROOT;
    }
    Key key = above.getValue();
    return key.column == comment.column() ? key.map : key.path;
  }

  private static String key(String text, String next) {
    String plain = text.startsWith(" ") ? text.substring(1) : text;
    int colon = plain.indexOf(':');
    if (colon < 1 || !Character.isLowerCase(plain.charAt(0)) || !CommentLine.isExample(plain)) {
      return "";
    }
    String key = plain.substring(0, colon);
    if (key.indexOf(' ') >= 0) {
      return "";
    }
    boolean leads = colon == plain.length() - 1;
    boolean led = next.startsWith("   ") || next.startsWith(" - ");
    return NO_KEYS.contains(key) || plain.startsWith("//", colon + 1) || leads && !led ? "" : key;
  }
}
