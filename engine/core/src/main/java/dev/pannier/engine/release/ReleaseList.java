package dev.pannier.engine.release;

import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The newest revision of each release.
 *
 * @param releases by namespace and name
 * @param problems records that cannot be read, and are left out
 */
public record ReleaseList(List<ReleaseSummary> releases, List<Problem> problems) {

  private static final Comparator<ReleaseSummary> ORDER =
      Comparator.comparing(ReleaseSummary::namespace).thenComparing(ReleaseSummary::name);

  public ReleaseList {
    List<ReleaseSummary> sorted = new ArrayList<>(releases);
    sorted.sort(ORDER);
    releases = List.copyOf(sorted);
    problems = List.copyOf(problems);
  }
}
