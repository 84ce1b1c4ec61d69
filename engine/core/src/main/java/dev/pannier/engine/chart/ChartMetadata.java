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

  public ChartMetadata {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    maintainers = List.copyOf(maintainers);
    dependencies = List.copyOf(dependencies);
  }

  /** The same, with the dependencies that are switched on and the name that the parent gives it. */
  ChartMetadata with(String otherName, List<Dependency> otherDependencies) {
    return with(otherName, version, appVersion, otherDependencies);
  }

  /** The same in a next version, which meets the same demands. */
  ChartMetadata inNextVersion() {
    int build = version.indexOf('+');
    String core = build < 0 ? version : version.substring(0, build);
    return with(name, core + "+next", appVersion.isEmpty() ? "" : "99.9.9", dependencies);
  }

  private ChartMetadata with(
      String otherName, String otherVersion, String otherApp, List<Dependency> otherDependencies) {
    return new ChartMetadata(
        apiVersion,
        otherName,
        otherVersion,
        otherApp,
        kubeVersion,
        description,
        type,
        home,
        icon,
        sources,
        keywords,
        maintainers,
        otherDependencies,
        annotations,
        deprecated,
        condition,
        tags,
        raw);
  }

  /** Whether it only lends partials to others and renders nothing itself. */
  public boolean isLibrary() {
    return type.equals("library");
  }
}
