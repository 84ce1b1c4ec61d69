package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws values that a schema allows. What a schema leaves open altogether is not invented: a map
 * "in Kubernetes' own form" would be nothing but wrong.
 */
final class ValueDraw {
  private static final int DEEPEST = 8;
  private static final int USUAL_ITEMS = 3;
  private static final int TRIES = 20;

  private final Schemas schemas;
  private final Pick pick;
  private final double density;

  /**
   * Draws from a schema.
   *
   * @param density how likely a property that may be left out is drawn
   */
  ValueDraw(Node root, RandomGenerator random, double density) {
    this.schemas = new Schemas(root, random);
    this.pick = new Pick(random);
    this.density = density;
  }

  /** Values for the top of a chart. */
  MapNode top(Node schema, MapNode defaults) {
    return draw(schema, defaults, 0).orElse(MapNode.EMPTY) instanceof MapNode map
        ? map
        : MapNode.EMPTY;
  }

  private Optional<Node> draw(Node schema, @Nullable Node under, int depth) {
    MapNode plain = depth > DEEPEST ? null : schemas.plain(schema);
    if (plain == null) {
      return Optional.empty();
    }
    Keywords keywords = new Keywords(plain);
    if (plain.has("const")) {
      return Optional.ofNullable(plain.get("const"));
    }
    if (plain.has("enum")) {
      List<Node> choices = plain.list("enum").items();
      return choices.isEmpty() ? Optional.empty() : Optional.of(pick.of(choices));
    }
    List<Node> examples = examples(plain);
    if (!examples.isEmpty() && pick.onceIn(6)) {
      return Optional.of(pick.of(examples));
    }
    List<String> types = keywords.types();
    return types.isEmpty() ? Optional.empty() : typed(pick.of(types), keywords, under, depth);
  }

  private static List<Node> examples(MapNode schema) {
    List<Node> examples = new ArrayList<>(schema.list("examples").items());
    Node said = schema.get("default");
    if (said != null) {
      examples.add(said);
    }
    return examples;
  }

  private Optional<Node> typed(String type, Keywords keywords, @Nullable Node under, int depth) {
    return switch (type) {
      case "boolean" -> Optional.of(BoolNode.of(pick.onceIn(2)));
      case "null" -> Optional.of(NullNode.NULL);
      case "integer" -> NumberDraw.of(pick, keywords, true).map(Node.class::cast);
      case "number" -> NumberDraw.of(pick, keywords, false).map(Node.class::cast);
      case "string" -> TextDraw.of(pick, keywords).map(TextNode::of);
      case "array" -> list(keywords, depth);
      case "object" ->
          new MapDraw(this, pick, density)
              .of(keywords, under instanceof MapNode map ? map : MapNode.EMPTY, depth);
      default -> Optional.empty();
    };
  }

  /** A value below a map. */
  Optional<Node> below(Node schema, @Nullable Node under, int depth) {
    return draw(schema, under, depth + 1);
  }

  /** A key that a schema of names allows. */
  Optional<String> key(@Nullable Node schema) {
    MapNode plain = schema == null ? MapNode.EMPTY : schemas.plain(schema);
    if (plain == null) {
      return Optional.empty();
    }
    if (plain.has("enum")) {
      List<String> names = new Keywords(plain).texts("enum");
      return names.isEmpty() ? Optional.empty() : Optional.of(pick.of(names));
    }
    return TextDraw.of(pick, new Keywords(plain));
  }

  private Optional<Node> list(Keywords keywords, int depth) {
    MapNode schema = keywords.schema();
    int least = keywords.count("minItems", 0);
    int most = Math.min(keywords.count("maxItems", Integer.MAX_VALUE), least + USUAL_ITEMS);
    int wanted = pick.between(least, most);
    List<Node> items = new ArrayList<>();
    List<Node> first = first(schema);
    for (int tries = 0; items.size() < wanted && tries < wanted + TRIES; tries++) {
      Node itemSchema = itemSchema(schema, first, items.size());
      Optional<Node> item =
          itemSchema == null ? Optional.empty() : draw(itemSchema, null, depth + 1);
      if (item.isPresent() && !(keywords.is("uniqueItems") && items.contains(item.get()))) {
        items.add(item.get());
      }
    }
    return items.size() < least ? Optional.empty() : Optional.of(ListNode.of(items));
  }

  private static @Nullable Node itemSchema(MapNode schema, List<Node> first, int index) {
    if (index < first.size()) {
      return first.get(index);
    }
    if (index == first.size() && schema.has("contains")) {
      return schema.get("contains");
    }
    boolean tuple = schema.get("items") instanceof ListNode;
    return schema.get(tuple ? "additionalItems" : "items");
  }

  private static List<Node> first(MapNode schema) {
    if (schema.get("items") instanceof ListNode tuple) {
      return tuple.items();
    }
    return schema.list("prefixItems").items();
  }
}
