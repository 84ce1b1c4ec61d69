package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Changes an object as people and other tools do: here and there, sometimes not at all. */
final class RandomEdit {

  private final RandomGenerator random;
  private final ServerRig rig;

  RandomEdit(RandomGenerator random, ServerRig rig) {
    this.random = random;
    this.rig = rig;
  }

  /** Changes it, by a merge patch with one leaf changed; what was done. */
  String of(Wanted wanted) {
    Node patch = changed(wanted.object().without("metadata").without("apiVersion").without("kind"));
    if (random.nextInt(3) == 0 || patch.equals(MapNode.EMPTY)) {
      String key = random.nextBoolean() ? "labels" : "annotations";
      String name = List.of("app", "note", "extra", "a.b/c").get(random.nextInt(4));
      patch = Node.of(Map.of("metadata", Map.of(key, Map.of(name, value()))));
    }
    String manager = random.nextBoolean() ? "kubectl-edit" : "somebody";
    String json = JsonWriter.write(patch);
    String told = manager + " patches " + wanted.id() + " with " + json;
    try {
      rig.patch(wanted.id().apiVersion(), wanted.id().kind(), wanted.id().name(), manager, json);
    } catch (KubernetesClientException e) {
      // a patch that the server refuses changes nothing, and that counts as well
      told += " in vain: " + e.getMessage();
    }
    return told;
  }

  private String value() {
    return Integer.toString(random.nextInt(3));
  }

  /** One leaf of a tree, changed or as it is, with the maps around it. */
  private Node changed(Node node) {
    return switch (node) {
      case MapNode map when !map.isEmpty() -> {
        List<String> keys = new ArrayList<>(map.keys());
        String key = keys.get(random.nextInt(keys.size()));
        Map<String, Object> one = new LinkedHashMap<>();
        Node value = map.get(key);
        one.put(
            key, value == null ? map : random.nextInt(12) == 0 ? Node.of(null) : changed(value));
        yield Node.of(one);
      }
      case MapNode map -> map;
      case ListNode list -> items(list);
      case ScalarNode scalar -> random.nextInt(3) == 0 ? scalar : other(scalar);
    };
  }

  private static Node other(ScalarNode scalar) {
    return switch (scalar.typeName()) {
      case "number" -> Node.of(Long.parseLong(scalar.text()) + 1);
      case "boolean" -> Node.of(!scalar.text().equals("true"));
      default -> Node.of(scalar.text() + "x");
    };
  }

  /** A merge patch replaces a list: with one item changed, one more, one less, or turned round. */
  private Node items(ListNode list) {
    List<Node> items = new ArrayList<>(list.items());
    switch (random.nextInt(4)) {
      case 0 -> items.removeLast();
      case 1 -> items.addFirst(items.removeLast());
      case 2 -> items.addAll(List.of());
      default -> {
        int at = random.nextInt(items.size());
        Node item = items.get(at);
        if (item instanceof MapNode map && changed(map) instanceof MapNode part) {
          for (String key : part.keys()) {
            Node value = part.get(key);
            map = value == null ? map : map.with(key, value);
          }
          items.set(at, map);
        }
      }
    }
    return ListNode.of(items);
  }
}
