package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.deploy.FieldOwner;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.List;

/** Reads which fields of an object other managers hold, out of a refusal to apply it. */
final class Conflicts {

  private static final String REASON = "FieldManagerConflict";

  private Conflicts() {}

  static boolean isConflict(MapNode status) {
    for (Node each : status.map("details").list("causes")) {
      if (each instanceof MapNode cause && REASON.equals(cause.text("reason").orElse(""))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The conflicts.
   *
   * @param ours the object as it was to be applied
   * @param live the object as it is
   */
  static List<Conflict> read(MapNode status, MapNode ours, MapNode live) {
    List<Conflict> conflicts = new ArrayList<>();
    for (Node each : status.map("details").list("causes")) {
      if (each instanceof MapNode cause && REASON.equals(cause.text("reason").orElse(""))) {
        ManagedPath path = ManagedPath.of(cause.text("field").orElse(""), ours);
        ManagerName manager = ManagerName.read(cause.text("message").orElse(""));
        FieldOwner owner = Owners.find(live, manager, path);
        conflicts.add(new Conflict(path.text(), owner, value(path, live), value(path, ours)));
      }
    }
    return conflicts;
  }

  private static Node value(ManagedPath path, MapNode object) {
    Node value = path.in(object);
    return value == null ? NullNode.NULL : value;
  }
}
