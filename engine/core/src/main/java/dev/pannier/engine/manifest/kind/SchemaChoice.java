package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a value is what all, any, one or none of some schemas ask for. */
final class SchemaChoice {

  private final SchemaRules rules;
  private final CustomTypes types;

  SchemaChoice(SchemaRules rules, CustomTypes types) {
    this.rules = rules;
    this.types = types;
  }

  void check(Node node, MapNode schema, Place place, Problems problems) {
    for (Node each : schema.list("allOf")) {
      if (each instanceof MapNode part) {
        whole(node, part, place, problems);
      }
    }
    count(node, schema, "anyOf", place, problems);
    count(node, schema, "oneOf", place, problems);
    if (schema.get("not") instanceof MapNode not && matches(node, not, place)) {
      problems.add(
          Problem.error(
                  "manifest.invalid-value",
                  rules.name(place) + " is what its schema forbids" + named(not) + ".")
              .at(node.origin()));
    }
  }

  private void count(Node node, MapNode schema, String keyword, Place place, Problems problems) {
    ListNode forms = schema.list(keyword);
    if (forms.isEmpty()) {
      return;
    }
    int found = 0;
    for (Node form : forms) {
      found += form instanceof MapNode part && matches(node, part, place) ? 1 : 0;
    }
    boolean many = found > 1 && keyword.equals("oneOf");
    if (found == 0 || many) {
      problems.add(
          Problem.error(
                  "manifest.invalid-value",
                  "%s fits %s of the %d forms that its schema has for it."
                      .formatted(
                          rules.name(place), many ? String.valueOf(found) : "none", forms.size()))
              .at(node.origin())
              .hint(advice(forms, many)));
    }
  }

  /** Where the forms differ by what must be there, that can be told. */
  private static String advice(ListNode forms, boolean many) {
    List<String> names = new ArrayList<>();
    for (Node form : forms) {
      Set<String> required =
          form instanceof MapNode part ? CustomTypes.texts(part.get("required")) : Set.of();
      if (required.size() != 1) {
        return "";
      }
      names.add("`" + required.iterator().next() + "`");
    }
    return "Give " + (many ? "only one of " : "one of ") + String.join(", ", names) + ".";
  }

  private static String named(MapNode not) {
    Set<String> required = CustomTypes.texts(not.get("required"));
    return required.isEmpty() ? "" : ": `" + String.join("` with `", required) + "`";
  }

  private boolean matches(Node node, MapNode schema, Place place) {
    Problems trial = new Problems();
    whole(node, schema, place, trial);
    return trial.isEmpty();
  }

  /** A value by all that a schema asks for, types and fields too. */
  private void whole(Node node, MapNode written, Place place, Problems problems) {
    MapNode schema = types.resolved(written);
    if (!SchemaType.fits(node, schema)) {
      problems.add(
          Problem.error(
                  "manifest.wrong-type",
                  "%s is a %s, which does not belong there."
                      .formatted(rules.name(place), node.typeName()))
              .at(node.origin()));
      return;
    }
    rules.check(node, schema, place, problems);
    if (node instanceof MapNode map) {
      fields(map, schema, place, problems);
    } else if (node instanceof ListNode list && schema.get("items") instanceof MapNode items) {
      for (int i = 0; i < list.size(); i++) {
        whole(list.get(i), items, place.item(i), problems);
      }
    }
  }

  private void fields(MapNode map, MapNode schema, Place place, Problems problems) {
    for (String name : CustomTypes.texts(schema.get("required"))) {
      if (!map.has(name) || map.get(name) instanceof NullNode) {
        problems.add(
            Problem.error(
                    "manifest.missing-field",
                    "The field `" + place.field(name).path() + "` is missing.")
                .at(map.origin()));
      }
    }
    for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
      MapNode part = schema.map("properties").map(entry.getKey());
      if (part.isEmpty() && schema.get("additionalProperties") instanceof MapNode more) {
        part = more;
      }
      if (!part.isEmpty()) {
        whole(entry.getValue(), part, place.field(entry.getKey()), problems);
      }
    }
  }
}
