package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.FieldOwner;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out of an object's {@code managedFields} who set a field, how and when. */
final class Owners {

  private Owners() {}

  /** The entry of a manager that has the field; of that manager alone where none is found. */
  static FieldOwner find(MapNode live, ManagerName manager, ManagedPath path) {
    for (Node each : live.map("metadata").list("managedFields")) {
      if (each instanceof MapNode entry
          && entry.text("manager").orElse("").equals(manager.manager())
          && entry.text("subresource").orElse("").equals(manager.subresource())
          && has(entry.map("fieldsV1"), path)) {
        return new FieldOwner(
            manager.manager(),
            "Apply".equals(entry.text("operation").orElse("")),
            manager.subresource(),
            entry.text("time").flatMap(Owners::instant));
      }
    }
    return new FieldOwner(manager.manager(), false, manager.subresource(), Optional.empty());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean has(MapNode fields, ManagedPath path) {
    @Nullable Node node = fields;
    for (ManagedPath.Step step : path.steps()) {
      node = node instanceof MapNode map ? child(map, step) : null;
    }
    return node != null;
  }

  private static @Nullable Node child(MapNode fields, ManagedPath.Step step) {
    return switch (step) {
      case ManagedPath.Step.Key(String name) -> fields.get("f:" + name);
      case ManagedPath.Step.Index(int index) -> fields.get("i:" + index);
      case ManagedPath.Step.Value(Node value) -> equal(fields, "v:", value);
      case ManagedPath.Step.Item(Map<String, Node> keys) -> equal(fields, "k:", Node.of(keys));
    };
  }

  /** Keys and values stand in the names of fields as JSON, which can be written in several ways. */
  private static @Nullable Node equal(MapNode fields, String prefix, Node wanted) {
    for (Map.Entry<String, Node> field : fields.entries().entrySet()) {
      String name = field.getKey();
      if (name.startsWith(prefix) && wanted.equals(json(name.substring(prefix.length())))) {
        return field.getValue();
      }
    }
    return null;
  }

  private static @Nullable Node json(String text) {
    try {
      return JsonReader.read(new Source("", text));
    } catch (ChartException _) {
      return null;
    }
  }
}
