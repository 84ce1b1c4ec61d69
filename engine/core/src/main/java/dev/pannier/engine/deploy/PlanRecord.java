package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as data, for programs. */
public final class PlanRecord {

  private PlanRecord() {}

  /** The changes of a plan, in its order; each with its {@code action}. */
  public static Node changes(Plan plan) {
    return Node.of(plan.changes().stream().map(PlanRecord::change).toList());
  }

  /** The objects of a release that are not as it left them; each with its {@code state}. */
  public static Node drifted(DriftReport report) {
    return Node.of(
        report.objects().stream()
            .map(each ->
                switch (each) {
                  case DriftedObject.Changed it ->
                      entry("state", "changed", it.id(), Map.of("fields", drift(it.fields())));
                  case DriftedObject.Missing it -> entry("state", "missing", it.id(), Map.of());
                  case DriftedObject.Foreign it ->
                      entry("state", "foreign", it.id(), Map.of("owner", it.owner()));
                })
            .toList());
  }

  static MapNode change(Change change) {
    return switch (change) {
      case Change.Create it -> entry("action", "create", it.id(), Map.of("object", it.object()));
      case Change.Update it -> {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("fields", fields(it.fields()));
        more.put("drift", drift(it.drift()));
        more.put("yielded", yields(it.yielded()));
        if (!it.adopted().isEmpty()) {
          more.put("adoptedFrom", it.adopted());
        }
        yield entry("action", "change", it.id(), more);
      }
      case Change.Recreate it -> {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("fixed", it.fixed());
        more.put("fields", fields(it.fields()));
        yield entry("action", "recreate", it.id(), more);
      }
      case Change.Unchanged it ->
          entry("action", "none", it.id(), Map.of("yielded", yields(it.yielded())));
      case Change.Delete it -> entry("action", "delete", it.id(), Map.of());
      case Change.Keep it -> entry("action", "keep", it.id(), Map.of("reason", it.reason()));
    };
  }

  private static MapNode entry(String key, String word, ResourceId id, Map<String, ?> more) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(key, word);
    entry.put("apiVersion", id.apiVersion());
    entry.put("kind", id.kind());
    if (!id.namespace().isEmpty()) {
      entry.put("namespace", id.namespace());
    }
    entry.put("name", id.name());
    entry.putAll(more);
    return (MapNode) Node.of(entry);
  }

  static List<Node> fields(List<FieldChange> changes) {
    return changes.stream()
        .map(each -> values(each.path(), "before", each.before(), "after", each.after()))
        .map(Node::of)
        .toList();
  }

  private static List<Node> yields(List<FieldYield> yielded) {
    return yielded.stream()
        .map(each -> {
          Map<String, Object> field =
              values(
                  each.path(),
                  "live",
                  Optional.of(each.live()),
                  "wanted",
                  Optional.of(each.wanted()));
          field.put("to", each.to());
          return Node.of(field);
        })
        .toList();
  }

  static List<Node> drift(List<Drift> drift) {
    return drift.stream()
        .map(each -> {
          Map<String, Object> field =
              values(each.path(), "recorded", each.recorded(), "live", each.live());
          each.owner()
              .ifPresent(owner -> {
                field.put("manager", owner.manager());
                owner.since().ifPresent(time -> field.put("since", time.toString()));
              });
          return Node.of(field);
        })
        .toList();
  }

  /** A field with two values, of which one that is not there is left out. */
  private static Map<String, Object> values(
      String path, String first, Optional<Node> one, String second, Optional<Node> other) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("path", path);
    one.ifPresent(value -> field.put(first, value));
    other.ifPresent(value -> field.put(second, value));
    return field;
  }
}
