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

  /**
   * An error where the chart is not made for a version of Kubernetes. As in Helm, the version
   * counts without its suffix, for clouds append their own. A range that cannot be read is not this
   * rule's business.
   *
   * @param kubernetes such as {@code v1.34.0}
   */
  public Optional<Problem> unfitFor(String kubernetes) {
    Optional<SemverConstraint> wanted = SemverConstraint.parse(kubeVersion);
    Optional<Semver> version = Semver.loose(withoutSuffix(kubernetes));
    boolean fits =
        kubeVersion.isEmpty()
            || wanted.isEmpty()
            || version.isEmpty()
            || wanted.get().allows(version.get());
    return fits
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                    "chart.kube-version-unfit",
                    "The chart `%s` needs Kubernetes `%s`, and is rendered for `%s`."
                        .formatted(name, kubeVersion, kubernetes))
                .at(raw.keyOrigin("kubeVersion"))
                .hint(
                    "Use a version of the chart that fits, or change `kubeVersion`;"
                        + " `--kube-version` says which Kubernetes it is where no cluster does."));
  }

  private static String withoutSuffix(String version) {
    int end = 0;
    while (end < version.length() && "-+".indexOf(version.charAt(end)) < 0) {
      end++;
    }
    return version.substring(0, end);
  }
}
