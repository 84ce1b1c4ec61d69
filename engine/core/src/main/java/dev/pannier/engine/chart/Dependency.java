package dev.pannier.engine.chart;

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
 * @param importValues strings and child/parent pairs, as written
 * @param alias the name it goes by in the parent
 */
public record Dependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    List<Node> importValues,
    String alias) {

  /** The name it goes by: the alias where there is one. */
  public String effectiveName() {
    return alias.isEmpty() ? name : alias;
  }
}
