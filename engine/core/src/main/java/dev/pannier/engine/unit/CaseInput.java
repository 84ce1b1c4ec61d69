package dev.pannier.engine.unit;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * What a case renders its chart with.
 *
 * @param values what the case sets; they go over the chart's defaults
 * @param release the release's name
 * @param namespace the release's namespace
 * @param revision the release's revision
 * @param upgrade whether it is an upgrade rather than an install
 * @param kubeVersion the Kubernetes that templates see; empty for the usual one
 * @param apiVersions API versions that templates see beside the usual ones
 */
public record CaseInput(
    MapNode values,
    String release,
    String namespace,
    int revision,
    boolean upgrade,
    String kubeVersion,
    List<String> apiVersions) {

  /** What a release is called where a case does not say it. */
  public static final String RELEASE = "demo";

  /** Where a release is installed where a case does not say it. */
  public static final String NAMESPACE = "shop";

  public CaseInput {
    apiVersions = List.copyOf(apiVersions);
  }

  /** Values for a first install with all else as usual. */
  public static CaseInput of(MapNode values) {
    return new CaseInput(values, RELEASE, NAMESPACE, 1, false, "", List.of());
  }
}
