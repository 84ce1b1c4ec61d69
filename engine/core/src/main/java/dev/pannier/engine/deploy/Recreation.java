package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.manifest.ResourceId;
import java.util.List;
import java.util.Set;

/**
 * Decides which objects are deleted and made anew where a change of them is refused. Never without
 * being asked, and where data would go with the object, only when it is named.
 */
final class Recreation {

  static final String ANNOTATION = "pannier.dev/recreate";
  static final String ON_IMMUTABLE = "on-immutable";

  private static final Set<String> HOLD_DATA =
      Set.of("PersistentVolumeClaim", "PersistentVolume", "CustomResourceDefinition", "Namespace");

  private Recreation() {}

  /** Whether an object may be made anew because of what it is refused for. */
  static boolean isAllowed(Wanted wanted, List<Refusal> refusals, DeployOptions options) {
    return refusals.stream().allMatch(each -> each.cause() == ApplyResult.Cause.IMMUTABLE)
        && (options.recreate().contains(wanted.id().toString())
            || wanted.resource().annotation(ANNOTATION).equals(ON_IMMUTABLE)
                && !holdsData(wanted.id()));
  }

  /** Whether the annotation does not suffice. */
  static boolean holdsData(ResourceId id) {
    return HOLD_DATA.contains(id.kind());
  }

  /**
   * How an object is deleted before it is made anew: with its pods, so that the old ones and the
   * new never run side by side. A StatefulSet that selects the same pods gets them and their claims
   * back.
   */
  static Cluster.Propagation propagation(ResourceId id, List<Refusal> refusals) {
    boolean sameSelector =
        refusals.stream().noneMatch(each -> each.path().startsWith("spec.selector"));
    return id.kind().equals("StatefulSet") && sameSelector
        ? Cluster.Propagation.ORPHAN
        : Cluster.Propagation.FOREGROUND;
  }
}
