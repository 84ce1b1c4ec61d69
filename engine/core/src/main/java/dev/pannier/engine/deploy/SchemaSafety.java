package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds where a schema of a custom resource takes away what it allowed before. */
final class SchemaSafety {
  private static final List<String> LEAST =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> MOST =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final String OPEN = "x-kubernetes-preserve-unknown-fields";

  private final String version;
  private final String root;
  private final BiConsumer<String, String> harm;

  /**
   * A comparison.
   *
   * @param version as messages name it
   * @param root where the schema stands in its definition
   * @param harm is told the place of each harm, and the harm
   */
  SchemaSafety(String version, String root, BiConsumer<String, String> harm) {
    this.version = version;
    this.root = root;
    this.harm = harm;
  }

  /** Compares two schemas of the whole resource. */
  void compare(MapNode before, MapNode after) {
    if (!before.isEmpty() && !after.isEmpty()) {
      schema("", root, before, after);
    }
  }

  private void tell(String path, String field, String what) {
    String name = field.isEmpty() ? "the resource" : "field `" + field + "`";
    harm.accept(path, "In version " + version + ", " + name + " " + what + ".");
  }

  private void schema(String field, String path, MapNode before, MapNode after) {
    String type = before.text("type").orElse("");
    String now = after.text("type").orElse(type);
    if (!type.isEmpty() && !type.equals(now)) {
      tell(path + ".type", field, "changes from " + type + " to " + now);
      return;
    }
    limits(field, path, before, after);
    words(field, path, before, after);
    properties(field, path, before, after);
    nested(field, path, before, after, "items", "[]");
    nested(field, path, before, after, "additionalProperties", ".*");
  }

  private void nested(
      String field, String path, MapNode before, MapNode after, String key, String step) {
    if (before.get(key) instanceof MapNode old && after.get(key) instanceof MapNode now) {
      schema(field + step, path + "." + key, old, now);
    }
  }

  private void properties(String field, String path, MapNode before, MapNode after) {
    MapNode old = before.map("properties");
    MapNode now = after.map("properties");
    boolean open =
        BoolNode.TRUE.equals(after.get(OPEN)) || after.get("additionalProperties") != null;
    for (String name : old.keys()) {
      String inner = field.isEmpty() ? name : field + "." + name;
      if (now.has(name)) {
        schema(inner, path + ".properties." + name, old.map(name), now.map(name));
      } else if (!open) {
        tell(path + ".properties", inner, "goes, and with it what is stored in it");
      }
    }
    if (BoolNode.TRUE.equals(before.get(OPEN)) && !BoolNode.TRUE.equals(after.get(OPEN))) {
      tell(path, field, "keeps no unknown fields any more");
    }
    List<String> required = texts(before, "required");
    for (String name : texts(after, "required")) {
      boolean defaulted = now.map(name).has("default");
      if (!required.contains(name) && !defaulted) {
        String inner = field.isEmpty() ? name : field + "." + name;
        tell(path + ".required", inner, "becomes required");
      }
    }
  }

  private void words(String field, String path, MapNode before, MapNode after) {
    List<String> allowed = texts(before, "enum");
    List<String> now = texts(after, "enum");
    if (after.has("enum") && !before.has("enum")) {
      tell(path + ".enum", field, "may only have certain values from now on");
    } else if (after.has("enum") && !now.containsAll(allowed)) {
      List<String> gone = new ArrayList<>(allowed);
      gone.removeAll(now);
      tell(path + ".enum", field, "may no longer be `" + String.join("`, `", gone) + "`");
    }
    if (after.has("pattern") && !after.text("pattern").equals(before.text("pattern"))) {
      tell(path + ".pattern", field, "must match another pattern from now on");
    }
    if (BoolNode.TRUE.equals(before.get("nullable"))
        && !BoolNode.TRUE.equals(after.get("nullable"))) {
      tell(path + ".nullable", field, "may no longer be null");
    }
  }

  private void limits(String field, String path, MapNode before, MapNode after) {
    for (String key : LEAST) {
      limit(field, path, key, before.get(key), after.get(key), order -> order > 0);
    }
    for (String key : MOST) {
      limit(field, path, key, before.get(key), after.get(key), order -> order < 0);
    }
  }

  private void limit(
      String field,
      String path,
      String key,
      @Nullable Node before,
      @Nullable Node after,
      IntPredicate tighter) {
    if (after instanceof NumberNode now
        && (!(before instanceof NumberNode old)
            || tighter.test(now.decimal().compareTo(old.decimal())))) {
      tell(path + "." + key, field, "has a tighter limit: `" + key + "` is " + now.text());
    }
  }

  private static List<String> texts(MapNode schema, String key) {
    List<String> texts = new ArrayList<>();
    for (Node each : schema.list(key)) {
      if (each instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }
}
