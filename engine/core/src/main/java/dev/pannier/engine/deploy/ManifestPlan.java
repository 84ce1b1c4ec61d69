package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two manifests, whatever a cluster may have. */
public final class ManifestPlan {

  private ManifestPlan() {}

  /**
   * The plan that leads from one to the other, were the cluster as the first one says.
   *
   * @param before resources of a release
   * @param after resources that it is to have
   */
  public static Plan between(List<Resource> before, List<Resource> after) {
    Map<ResourceId, Resource> old = new LinkedHashMap<>();
    before.forEach(each -> old.put(unversioned(each.id()), each));
    List<Change> changes = new ArrayList<>();
    for (Resource each : after) {
      Resource earlier = old.remove(unversioned(each.id()));
      changes.add(
          earlier == null
              ? new Change.Create(each.id(), each.content())
              : change(each.id(), earlier.content(), each.content()));
    }
    for (Resource gone : old.values().stream().toList().reversed()) {
      changes.add(
          Ownership.isKept(gone.content())
              ? new Change.Keep(gone.id(), "its resource policy is to keep it")
              : new Change.Delete(gone.id()));
    }
    return new Plan(changes);
  }

  private static Change change(ResourceId id, MapNode before, MapNode after) {
    List<FieldChange> fields = FieldChange.between(before, after);
    return fields.isEmpty()
        ? new Change.Unchanged(id, List.of())
        : new Change.Update(id, fields, List.of(), List.of(), "");
  }

  /** A kind may change its version. */
  private static ResourceId unversioned(ResourceId id) {
    return new ResourceId(id.group() + "/", id.kind(), id.namespace(), id.name());
  }
}
