package dev.pannier.engine;

import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseInfo;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import java.time.Instant;
import java.util.Optional;

/** A revision as it would be, which nobody records. */
final class PreviewRelease {
  private PreviewRelease() {}

  static Release of(
      ReleaseId id, History history, RevisionDraft draft, boolean upgrade, Instant now) {
    Instant first = history.latest().map(each -> each.info().firstDeployed()).orElse(now);
    Status status = upgrade ? Status.PENDING_UPGRADE : Status.PENDING_INSTALL;
    ReleaseInfo info =
        new ReleaseInfo(
            upgrade ? first : now,
            now,
            Optional.empty(),
            "Dry run complete",
            status,
            draft.notes(),
            0);
    return draft.revision(id, history.next(), info);
  }
}
