package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseSummary;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the list of releases of the objects that hold their records, keeping one summary of each.
 *
 * <p>Only records that are not superseded are read, which is one or two of a release in place of
 * its whole history. The newest revision is among them: Pannier and Helm both mark a revision as
 * superseded after a newer one is recorded, and never the newest one (Helm: upgrade.go and
 * rollback.go create the next record, then mark those before it; ours: RevisionOperation), and both
 * drop old revisions first. A superseded revision is the newest only where somebody deleted the
 * records after it by hand. Such a release has nothing that could be upgraded or rolled back
 * without a look at its history; it is listed by what else there is of it, or not at all, as Helm
 * leaves it out unless asked for {@code --superseded}.
 */
final class ListReader {

  private final RecordKind kind;
  private final Map<String, Best> releases = new TreeMap<>();

  /** The newest record of a release so far: what it says, or why it cannot be read. */
  private sealed interface Best {
    int revision();

    record Read(ReleaseSummary summary) implements Best {
      @Override
      public int revision() {
        return summary.revision();
      }
    }

    record Broken(int revision, Problem problem) implements Best {}
  }

  ListReader(RecordKind kind) {
    this.kind = kind;
  }

  /**
   * What to read.
   *
   * @param namespace empty for all
   */
  static RecordPages.Query query(String namespace) {
    return new RecordPages.Query(namespace, "owner=helm,status!=superseded");
  }

  void begin() {
    releases.clear();
  }

  void take(MapNode object) {
    String release =
        object.map("metadata").text("namespace").orElse("")
            + "/"
            + RecordLabels.get(object, RecordLabels.NAME);
    Best known = releases.get(release);
    if (known == null || known.revision() < RecordLabels.revision(object)) {
      releases.put(release, read(object));
    }
  }

  private Best read(MapNode object) {
    String text = kind.text(object, RecordFormat.DATA);
    String packed = text.isEmpty() ? kind.text(object, RecordFormat.OUTLINE) : text;
    try {
      return new Best.Read(HelmRecord.summary(describe(object), packed, RecordLabels.own(object)));
    } catch (ChartException e) {
      return new Best.Broken(RecordLabels.revision(object), e.problems().getFirst().asWarning());
    }
  }

  private String describe(MapNode object) {
    MapNode metadata = object.map("metadata");
    return kind.word()
        + " "
        + metadata.text("namespace").orElse("")
        + "/"
        + metadata.text("name").orElse("");
  }

  ReleaseList list() {
    List<ReleaseSummary> summaries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Best each : releases.values()) {
      switch (each) {
        case Best.Read(ReleaseSummary summary) -> summaries.add(summary);
        case Best.Broken(int _, Problem problem) -> problems.add(problem);
      }
    }
    return new ReleaseList(summaries, problems);
  }
}
