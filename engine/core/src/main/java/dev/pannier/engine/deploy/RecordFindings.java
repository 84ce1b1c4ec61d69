package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the records of a release tell about its health. */
final class RecordFindings {

  private final ReleaseId release;
  private final History history;
  private final Journal journal;
  private final Optional<LockHolder> holder;
  private final List<Problem> findings = new ArrayList<>();

  RecordFindings(ReleaseId release, History history, Journal journal, Optional<LockHolder> holder) {
    this.release = release;
    this.history = history;
    this.journal = journal;
    this.holder = holder;
  }

  List<Problem> all() {
    if (holder.isPresent()) {
      findings.add(
          Problem.info("doctor.held", "The release is held by " + holder.get() + ".")
              .hint("Wait for it, or look at it with `pannier status " + release.name() + "`."));
    } else {
      journal.operation().ifPresentOrElse(this::brokenOff, this::atRest);
    }
    severalGood();
    return findings;
  }

  private void brokenOff(Operation operation) {
    String what =
        operation.verb() == Verb.UNINSTALL
            ? "The uninstall"
            : "The " + operation.verb().word() + " to revision " + operation.revision();
    findings.add(
        Problem.error(
                "doctor.broken-off",
                what
                    + ", begun at "
                    + operation.started()
                    + " by "
                    + operation.holder()
                    + ", broke off in phase "
                    + operation.phase().name().toLowerCase(Locale.ROOT)
                    + ".")
            .hint(remedy(operation)));
  }

  private String remedy(Operation operation) {
    String name = release.name().value();
    String next =
        switch (Remedy.of(operation, history)) {
          case FINISH -> "The next command that changes `" + name + "` finishes it";
          case UNDO -> "The next command that changes `" + name + "` undoes it";
          case RESUME -> "The same command once more goes on with it, any other takes its place";
          case END -> "It has failed; the next upgrade or rollback puts it right";
          case FORGET ->
              "It touched nothing; the next command that changes `" + name + "` forgets it";
        };
    return next
        + ". `pannier recover "
        + name
        + "` does only that; `--forward` finishes and `--rollback` undoes it.";
  }

  private void atRest() {
    Optional<Release> latest = history.latest();
    if (latest.isEmpty()) {
      return;
    }
    Release newest = latest.get();
    switch (newest.status()) {
      case PENDING_INSTALL, PENDING_UPGRADE, PENDING_ROLLBACK ->
          findings.addAll(Recovery.foreign(newest).problems());
      case FAILED -> failed(newest);
      case UNINSTALLING ->
          findings.add(
              Problem.error(
                      "doctor.uninstalling",
                      "Revision "
                          + newest.revision()
                          + " is being uninstalled by another tool, or was.")
                  .hint("If nobody is at it, run `pannier uninstall " + newest.name() + "`."));
      case UNKNOWN ->
          findings.add(
              Problem.error(
                      "doctor.unknown-status",
                      "The status of revision " + newest.revision() + " is none that is known.")
                  .hint("Upgrade the release, or roll it back."));
      case DEPLOYED, SUPERSEDED, UNINSTALLED -> {}
    }
    remembered();
  }

  private void failed(Release newest) {
    String good =
        history
            .deployed()
            .map(each -> "Revision " + each.revision() + " is the last good one.")
            .orElse("No revision is good.");
    findings.add(
        Problem.error(
                "doctor.failed",
                "Revision "
                    + newest.revision()
                    + " failed: "
                    + newest.info().description()
                    + ". "
                    + good)
            .hint(
                history.deployed().isPresent()
                    ? "`pannier recover "
                        + newest.name()
                        + " --rollback` brings the good one back; or mend the cause and upgrade."
                    : "Mend the cause and install it again, or uninstall it."));
  }

  private void remembered() {
    long made =
        journal.touched().stream().filter(each -> each.found() == Journal.Found.ABSENT).count();
    if (made > 0) {
      findings.add(
          Problem.info(
                  "doctor.remembered",
                  "Failed revisions made " + made + " objects that are remembered.")
              .hint("The next good revision deletes those that it does not want."));
    }
  }

  private void severalGood() {
    List<String> good = new ArrayList<>();
    for (Release each : history.revisions()) {
      if (each.status() == Status.DEPLOYED) {
        good.add(Integer.toString(each.revision()));
      }
    }
    if (good.size() > 1 && journal.operation().isEmpty()) {
      findings.add(
          Problem.warning(
                  "doctor.several-deployed",
                  "Revisions " + String.join(", ", good) + " all say that they are deployed.")
              .hint("The newest counts. The next upgrade marks the others as superseded."));
    }
  }
}
