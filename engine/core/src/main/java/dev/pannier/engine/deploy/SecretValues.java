package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the values of Secrets out of what is shown; that they change remains. */
public final class SecretValues {

  private static final Node HIDDEN = Node.of("***");
  private static final Node ADDED = Node.of("*** (added)");
  private static final Node CHANGED = Node.of("*** (changed)");

  private SecretValues() {}

  /** A plan without the values of Secrets. */
  public static Plan masked(Plan plan) {
    return new Plan(plan.changes().stream().map(SecretValues::masked).toList());
  }

  /** A report without the values of Secrets. */
  public static DriftReport masked(DriftReport report) {
    List<DriftedObject> objects =
        report.objects().stream()
            .map(each ->
                each instanceof DriftedObject.Changed it && isSecret(it.id())
                    ? new DriftedObject.Changed(
                        it.id(), it.fields().stream().map(SecretValues::masked).toList())
                    : each)
            .toList();
    return new DriftReport(report.revision(), objects, report.unchanged(), report.ignored());
  }

  private static Change masked(Change change) {
    if (!isSecret(change.id())) {
      return change;
    }
    return switch (change) {
      case Change.Create it -> new Change.Create(it.id(), masked(it.object()));
      case Change.Update it ->
          new Change.Update(
              it.id(),
              fields(it.fields()),
              it.drift().stream().map(SecretValues::masked).toList(),
              it.yielded(),
              it.adopted());
      case Change.Recreate it -> new Change.Recreate(it.id(), fields(it.fields()), it.fixed());
      case Change.Unchanged _, Change.Delete _, Change.Keep _ -> change;
    };
  }

  private static boolean isSecret(ResourceId id) {
    return id.kind().equals("Secret") && id.group().isEmpty();
  }

  /** A Secret with its values hidden. */
  static MapNode masked(MapNode secret) {
    MapNode masked = secret;
    for (String key : List.of("data", "stringData")) {
      if (secret.has(key)) {
        masked = masked.with(key, hidden(secret.map(key)));
      }
    }
    return masked;
  }

  private static List<FieldChange> fields(List<FieldChange> changes) {
    return changes.stream().map(SecretValues::masked).toList();
  }

  private static FieldChange masked(FieldChange change) {
    if (!holdsValues(change.path())) {
      return change;
    }
    Node after = change.before().isPresent() ? CHANGED : ADDED;
    return new FieldChange(
        change.path(),
        change.before().map(SecretValues::hidden),
        change.after().map(each -> each instanceof MapNode map ? hidden(map) : after));
  }

  private static Drift masked(Drift drift) {
    return holdsValues(drift.path())
        ? new Drift(
            drift.path(),
            drift.recorded().map(SecretValues::hidden),
            drift.live().map(_ -> CHANGED),
            drift.owner())
        : drift;
  }

  /** Conflicts of an object, to be told to people. */
  static List<ApplyResult.Conflict> masked(ResourceId id, List<ApplyResult.Conflict> conflicts) {
    return conflicts.stream()
        .map(each ->
            isSecret(id) && holdsValues(each.path())
                ? new ApplyResult.Conflict(each.path(), each.owner(), HIDDEN, HIDDEN)
                : each)
        .toList();
  }

  /** A value of an object, to be told to people. */
  static Optional<Node> masked(ResourceId id, String path, Optional<Node> value) {
    return isSecret(id) && holdsValues(path) ? value.map(SecretValues::hidden) : value;
  }

  /** The whole content, or what kubectl keeps of it beside. */
  private static boolean holdsValues(String path) {
    return path.startsWith("data")
        || path.startsWith("stringData")
        || path.contains("last-applied-configuration");
  }

  private static Node hidden(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> entries.put(key, hidden(value)));
        yield MapNode.of(entries);
      }
      case ListNode _, ScalarNode _ -> HIDDEN;
    };
  }
}
