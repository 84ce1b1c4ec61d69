package dev.pannier.engine;

import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.chart.Semver;
import dev.pannier.engine.chart.SemverConstraint;
import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.manifest.kind.KubeVersion;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a chart keeps what its kubeVersion promises of the oldest clusters. */
final class OldestKubernetes {
  private OldestKubernetes() {}

  /** What the oldest Kubernetes that a chart lets in does not have. */
  static List<Problem> look(Pannier pannier, RenderRequest request) {
    ChartMetadata metadata = request.chart().metadata();
    Optional<KubeVersion> oldest = oldest(metadata.kubeVersion(), request.kubeVersion());
    if (oldest.isEmpty()) {
      return List.of();
    }
    RenderRequest old = request.forKubernetes("v" + oldest.get() + ".0");
    List<Problem> found = new ArrayList<>();
    for (Problem problem : problems(pannier, old)) {
      if (problem.code().startsWith("manifest.newer-")) {
        found.add(told(problem, oldest.get(), metadata.raw().keyOrigin("kubeVersion")));
      }
    }
    return found;
  }

  private static List<Problem> problems(Pannier pannier, RenderRequest old) {
    try {
      return ManifestCheck.of(old, pannier.render(old));
    } catch (ChartException _) {
      // A chart may refuse what it lets in; that is between it and its users.
      return List.of();
    }
  }

  private static Problem told(Problem problem, KubeVersion oldest, Location promise) {
    Rule rule = Rule.OLD_KUBERNETES;
    Note note = new Note("Chart.yaml lets in Kubernetes " + oldest, promise);
    return new Problem(
        rule.code(),
        rule.severity(),
        problem.message(),
        problem.location(),
        List.of(note),
        problem.hint());
  }

  /** The oldest release that a range lets in, of those before the one that is rendered for. */
  private static Optional<KubeVersion> oldest(String range, String newest) {
    Optional<SemverConstraint> constraint =
        range.isEmpty() ? Optional.empty() : SemverConstraint.parse(range);
    if (constraint.isEmpty()) {
      return Optional.empty();
    }
    KubeVersion end = KubeVersion.of(newest);
    KubeVersion version = KindSchemas.oldest();
    while (version.compareTo(end) < 0) {
      Optional<Semver> semver = Semver.loose(version + ".0");
      if (semver.isPresent() && constraint.get().allows(semver.get())) {
        return Optional.of(version);
      }
      version = new KubeVersion(version.minor() + 1);
    }
    return Optional.empty();
  }
}
