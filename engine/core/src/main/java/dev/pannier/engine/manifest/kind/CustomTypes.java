package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The types of a custom kind, made of its JSON schema as they are asked for. For one object.
 *
 * <p>Names begin with {@code #}; all others are built-in types, such as that of the metadata.
 */
final class CustomTypes implements TypeSource {

  static final String ROOT = "#";

  private final CustomKind kind;
  private final TypeSource builtIn;
  private final Map<String, MapNode> schemas = new HashMap<>();
  private final Map<String, StructType> types = new HashMap<>();

  CustomTypes(CustomKind kind, TypeSource builtIn) {
    this.kind = kind;
    this.builtIn = builtIn;
    schemas.put(ROOT, kind.schema());
  }

  StructType root() {
    return type(ROOT);
  }

  @Override
  public StructType type(String name) {
    if (!name.startsWith(ROOT)) {
      return builtIn.type(name);
    }
    StructType known = types.get(name);
    if (known == null) {
      known = struct(name, schemas.getOrDefault(name, MapNode.EMPTY));
      types.put(name, known);
    }
    return known;
  }

  private StructType struct(String name, MapNode schema) {
    Set<String> required = texts(schema.get("required"));
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Node> property : schema.map("properties").entries().entrySet()) {
      if (property.getValue() instanceof MapNode own) {
        fields.put(
            property.getKey(),
            field(name, property.getKey(), own, required.contains(property.getKey())));
      }
    }
    boolean isObject = name.equals(ROOT) || isOn(schema, "x-kubernetes-embedded-resource");
    if (isObject) {
      fields.put("apiVersion", Field.plain("apiVersion", Basic.STRING).needed(true));
      fields.put("kind", Field.plain("kind", Basic.STRING).needed(true));
      fields.put("metadata", Field.plain("metadata", new FieldType.Named("meta.v1.ObjectMeta")));
    }
    if (name.equals(ROOT)) {
      fields.put("status", Field.plain("status", Basic.ANY));
    }
    boolean atomic = "atomic".equals(schema.text("x-kubernetes-map-type").orElse(""));
    return new StructType(
        name, atomic, isOpen(schema), Collections.unmodifiableMap(fields), List.of());
  }

  /** A JSON schema is open unless it says no, and a custom resource definition the other way. */
  private boolean isOpen(MapNode schema) {
    Node more = schema.get("additionalProperties");
    boolean free = more == null ? !kind.closed() : !BoolNode.of(false).equals(more);
    return free || isOn(schema, "x-kubernetes-preserve-unknown-fields");
  }

  private Field field(String owner, String name, MapNode written, boolean required) {
    MapNode schema = resolved(written);
    String list = schema.text("x-kubernetes-list-type").orElse("");
    boolean atomic =
        list.equals("atomic") || schema.text("x-kubernetes-map-type").orElse("").equals("atomic");
    return new Field(
        name,
        typeOf(owner + "." + name, schema),
        required && !schema.has("default"),
        list.equals("map") ? keys(schema) : Map.of(),
        "",
        list.equals("set"),
        atomic,
        List.of(),
        List.of(),
        "",
        Span.ALWAYS,
        null,
        schema);
  }

  /** The keys of a list, with the defaults that their items' schema gives them. */
  private static Map<String, String> keys(MapNode schema) {
    Map<String, String> keys = new LinkedHashMap<>();
    MapNode properties = schema.map("items").map("properties");
    for (String key : texts(schema.get("x-kubernetes-list-map-keys"))) {
      keys.put(
          key, properties.map(key).get("default") instanceof ScalarNode value ? value.text() : "");
    }
    return keys;
  }

  private FieldType typeOf(String name, MapNode written) {
    MapNode schema = resolved(written);
    if (isOn(schema, "x-kubernetes-int-or-string")) {
      return Basic.INT_OR_STRING;
    }
    return switch (type(schema)) {
      case "object" -> object(name, schema);
      case "array" ->
          new FieldType.ListOf(
              schema.get("items") instanceof MapNode items
                  ? typeOf(name + "[]", items)
                  : Basic.ANY);
      case "string" -> Basic.STRING;
      case "integer" ->
          schema.text("format").orElse("").equals("int32") ? Basic.INT32 : Basic.INT64;
      case "number" -> Basic.NUMBER;
      case "boolean" -> Basic.BOOL;
      default -> schema.has("properties") ? object(name, schema) : Basic.ANY;
    };
  }

  /** The schema of a list's items or a map's values. */
  static @Nullable MapNode part(MapNode schema) {
    if (schema.get("items") instanceof MapNode items) {
      return items;
    }
    return schema.get("additionalProperties") instanceof MapNode values ? values : null;
  }

  private FieldType object(String name, MapNode schema) {
    boolean hasFields = !schema.map("properties").isEmpty();
    if (!hasFields && schema.get("additionalProperties") instanceof MapNode values) {
      return values.isEmpty() ? Basic.OBJECT : new FieldType.MapOf(typeOf(name + ".*", values));
    }
    if (!hasFields && isOpen(schema) && !isOn(schema, "x-kubernetes-embedded-resource")) {
      return Basic.OBJECT;
    }
    schemas.put(name, schema);
    return new FieldType.Named(name);
  }

  /** The one type that is not null; empty where there are more or none. */
  private static String type(MapNode schema) {
    if (schema.get("type") instanceof TextNode type) {
      return type.text();
    }
    Set<String> types = texts(schema.get("type"));
    types.remove("null");
    return types.size() == 1 ? types.iterator().next() : "";
  }

  /** What a reference within the same document leads to. */
  MapNode resolved(MapNode schema) {
    MapNode found = schema;
    for (int hops = 0; hops < 16 && found.get("$ref") instanceof TextNode to; hops++) {
      Node target = kind.schema();
      for (String step : to.text().replaceFirst("^#/?", "").split("/")) {
        target = target instanceof MapNode map && map.has(step) ? map.get(step) : MapNode.EMPTY;
      }
      found = target instanceof MapNode map ? map : MapNode.EMPTY;
    }
    return found;
  }

  static boolean isOn(MapNode schema, String key) {
    return BoolNode.of(true).equals(schema.get(key));
  }

  static Set<String> texts(@Nullable Node list) {
    Set<String> texts = new TreeSet<>();
    if (list instanceof ListNode items) {
      for (Node item : items) {
        if (item instanceof TextNode text) {
          texts.add(text.text());
        }
      }
    }
    return texts;
  }
}
