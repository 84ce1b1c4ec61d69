package dev.pannier.engine.deploy;

import java.util.List;

/**
 * How the cluster differs from what a release left there.
 *
 * @param revision the one that the cluster is compared with
 * @param objects those that differ, in the order of the manifest
 * @param unchanged how many do not
 * @param ignored the fields that did not count
 */
public record DriftReport(
    int revision, List<DriftedObject> objects, int unchanged, List<FieldRule> ignored) {
  public DriftReport {
    ignored = List.copyOf(ignored);
    objects = List.copyOf(objects);
  }

  /** Options under which applying the release again sets just this back. */
  public DeployOptions correction(DeployOptions.Builder others) {
    boolean ours =
        objects.stream()
            .allMatch(
                each -> !(each instanceof DriftedObject.Foreign it) || it.owner().equals("nobody"));
    return others
        .noHooks(true)
        .takeOwnership(ours)
        .leave(ignored)
        .description("Drift of revision " + revision + " corrected")
        .build();
  }
}
