package dev.pannier.engine.release;

import dev.pannier.engine.chart.ChartMetadata;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revision in brief: what a list tells of it, without its chart, values and manifest.
 *
 * @param updated when it was begun
 * @param description what happened, in a few words
 * @param appVersion of its chart; empty where that names none
 * @param labels the user's own labels of the record
 */
public record ReleaseSummary(
    ReleaseId id,
    int revision,
    Status status,
    Instant updated,
    String description,
    String chartName,
    String chartVersion,
    String appVersion,
    Map<String, String> labels) {

  public ReleaseSummary {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** A revision in brief. */
  public static ReleaseSummary of(Release release) {
    ChartMetadata chart = release.chart().metadata();
    return new ReleaseSummary(
        release.id(),
        release.revision(),
        release.status(),
        release.info().lastDeployed(),
        release.info().description(),
        chart.name(),
        chart.version(),
        chart.appVersion(),
        release.labels());
  }

  /** Its name. */
  public String name() {
    return id.name().value();
  }

  /** Its namespace. */
  public String namespace() {
    return id.namespace();
  }
}
