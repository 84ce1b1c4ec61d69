package dev.pannier.engine.release;

import java.time.Instant;
import java.util.Optional;

/**
 * The circumstances of a revision.
 *
 * @param firstDeployed when the release was first installed
 * @param lastDeployed when this revision was begun
 * @param deleted when the release was uninstalled
 * @param description what happened, in a few words
 * @param notes the rendered NOTES.txt; empty where there is none
 * @param rollbackRevision the revision whose content this one restores; 0 for none
 */
public record ReleaseInfo(
    Instant firstDeployed,
    Instant lastDeployed,
    Optional<Instant> deleted,
    String description,
    Status status,
    String notes,
    int rollbackRevision) {

  ReleaseInfo with(Status now, String description) {
    return new ReleaseInfo(
        firstDeployed, lastDeployed, deleted, description, now, notes, rollbackRevision);
  }

  ReleaseInfo deletedAt(Instant when) {
    return new ReleaseInfo(
        firstDeployed,
        lastDeployed,
        Optional.of(when),
        description,
        status,
        notes,
        rollbackRevision);
  }
}
