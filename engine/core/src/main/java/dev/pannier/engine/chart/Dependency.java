package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/**
 * A chart that a chart asks for in Chart.yaml; strings are empty where not given.
 *
 * @param name the chart's name
 * @param version a semver range
 * @param repository a URL, an {@code @alias}, {@code file://} or {@code oci://}
 * @param condition comma-separated paths into the parent's values; the first boolean decides
 * @param tags the tags that switch it on or off together with others
 * @param enabled as written; it decides nothing, but counts in the digest of Chart.lock
 * @param importValues strings and child/parent pairs, as written
 * @param alias the name it goes by in the parent
 * @param origin where it is asked for
 */
public record Dependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    boolean enabled,
    List<Node> importValues,
    String alias,
    Location origin) {

  private static final String FOLDER = "file://";

  public Dependency {
    tags = List.copyOf(tags);
    importValues = List.copyOf(importValues);
  }

  /** Whether it names a folder on the disk. */
  boolean isFolder() {
    return repository.startsWith(FOLDER);
  }

  /** The folder that it names: relative to the chart that asks, or absolute. */
  String folder() {
    return repository.substring(FOLDER.length());
  }

  /** The name it goes by: the alias where there is one. */
  public String effectiveName() {
    return alias.isEmpty() ? name : alias;
  }

  /** Whether a chart is what it asks for; without a version, any is. */
  boolean isMetBy(ChartMetadata chart) {
    return chart.name().equals(name) && isMetBy(chart.version());
  }

  private boolean isMetBy(String candidate) {
    return version.isBlank()
        || SemverConstraint.parse(version)
            .flatMap(range -> Semver.loose(candidate).map(range::allows))
            .orElse(false);
  }
}
