package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return new ChartMetadata(
        apiVersion,
        otherName,
        version,
        appVersion,
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

  /**
   * An error where the chart is not made for a version of Kubernetes.
   *
   * @param kubernetes such as {@code v1.34.0}
   */
  public Optional<Problem> unfitFor(String kubernetes) {
    boolean fits =
        kubeVersion.isEmpty()
            || SemverConstraint.parse(kubeVersion)
                .flatMap(range -> Semver.loose(kubernetes).map(range::allows))
                .orElse(false);
    return fits ? Optional.empty() : Optional.of(unfit(kubernetes));
  }

  private Problem unfit(String kubernetes) {
    boolean vendor = Semver.loose(kubernetes).map(Semver::isPrerelease).orElse(false);
    return Problem.error(
            "chart.kube-version-unfit",
            "The chart `%s` is made for Kubernetes %s, and not for %s."
                .formatted(name, kubeVersion, kubernetes))
        .at(raw.keyOrigin("kubeVersion"))
        .hint(
            vendor
                ? "A range lets vendors' builds in only where it ends in `-0`, such as"
                    + " `>=1.28.0-0`."
                : "Use a version of the chart that fits, or change `kubeVersion`.");
  }
}
