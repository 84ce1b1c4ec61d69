package dev.pannier.engine.chart;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Map;

/**
 * What Chart.yaml says (Helm's pkg/chart/v2/metadata.go); strings are empty where not given.
 *
 * @param raw the file as read, for what has no field here and for places
 */
public record ChartMetadata(
    String apiVersion,
    String name,
    String version,
    String appVersion,
    String kubeVersion,
    String description,
    String type,
    String home,
    String icon,
    List<String> sources,
    List<String> keywords,
    List<Maintainer> maintainers,
    List<Dependency> dependencies,
    Map<String, String> annotations,
    boolean deprecated,
    String condition,
    String tags,
    MapNode raw) {

  /** Whether it only lends partials to others and renders nothing itself. */
  public boolean isLibrary() {
    return type.equals("library");
  }
}
