package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Verb;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A release held for one command: nobody else changes it until this is closed. Whatever an earlier
 * command left unfinished has been put right.
 */
public final class ReleaseSession implements AutoCloseable {

  private final Site site;
  private final ReleaseLock lock;
  private Optional<Operation> brokenOff;

  /**
   * A session.
   *
   * @param brokenOff an operation that is gone on with if the same is wanted again
   */
  ReleaseSession(Site site, ReleaseLock lock, Optional<Operation> brokenOff) {
    this.site = site;
    this.lock = lock;
    this.brokenOff = brokenOff;
  }

  /** The revisions there are. */
  public History history() {
    return site.records().history();
  }

  /** What a draft would change. */
  public Plan plan(RevisionDraft draft) {
    return Deployer.plan(site, draft);
  }

  /**
   * Makes the first revision of a release, also of one that was uninstalled or never came about.
   *
   * @throws ChartException when the release is there, or the cluster refuses or fails it
   */
  public Release install(RevisionDraft draft) {
    if (history().wasGood()) {
      throw Problem.error("release.exists", "Release `" + name() + "` is installed already.")
          .hint("Use `pannier upgrade " + name() + "`, or choose another name.")
          .exception();
    }
    return make(Verb.INSTALL, draft, 0);
  }

  /**
   * Makes the next revision.
   *
   * @throws ChartException when there is no such release, or the cluster refuses or fails it
   */
  public Release upgrade(RevisionDraft draft) {
    site.records().live();
    return make(Verb.UPGRADE, draft, 0);
  }

  /**
   * Carries out a plan, under {@link SavedPlan#options its options}.
   *
   * @throws ChartException when anything but what was planned would happen
   */
  public Release carryOut(SavedPlan plan) {
    plan.requireLatest(history());
    return switch (plan.verb()) {
      case INSTALL -> install(plan.draft());
      case UPGRADE -> upgrade(plan.draft());
      case ROLLBACK, UNINSTALL ->
          throw new IllegalStateException("nobody saves a plan of: " + plan.verb());
    };
  }

  /**
   * Makes a next revision with the content of an earlier one.
   *
   * @param revision 0 for the last good one before the current one
   */
  public Release rollback(int revision) {
    Release target = site.records().rollbackTarget(revision);
    return make(Verb.ROLLBACK, RevisionDraft.of(target), target.revision());
  }

  private Release make(Verb verb, RevisionDraft draft, int restored) {
    Optional<Operation> same =
        brokenOff.filter(each -> each.verb() == verb && each.inputs().equals(draft.digest()));
    if (same.isPresent()) {
      return RevisionOperation.takeUp(site, same.get(), draft);
    }
    giveUp();
    return RevisionOperation.run(site, verb, draft, restored, false);
  }

  /** Makes a next revision with the content of the current one, whatever others changed. */
  public Release restore() {
    Release current = site.records().current();
    return make(Verb.ROLLBACK, RevisionDraft.of(current), current.revision());
  }

  /** Takes the release away; its last state. */
  public Release uninstall() {
    site.records().live();
    giveUp();
    return UninstallOperation.run(site);
  }

  /**
   * Runs the tests of the deployed revision, up to the first that fails.
   *
   * @param chosen of which names they run
   * @param logs whether to tell what each wrote; of one that fails it is told in any case
   */
  public TestReport test(Predicate<String> chosen, boolean logs) {
    History history = site.records().live();
    Release tested = history.deployed().or(history::latest).orElseThrow();
    TestBook book = new TestBook(site.records(), tested, chosen);
    try {
      new HookRunner(site, book, logs).run(Hook.Event.TEST);
      return new TestReport(book.release(), List.of());
    } catch (ChartException e) {
      if (e.reason() != ChartException.Reason.FAILED) {
        throw e;
      }
      return new TestReport(book.release(), e.problems());
    }
  }

  /** Something else is wanted now than what broke off. */
  private void giveUp() {
    brokenOff.ifPresent(new Recovery(site)::settle);
    brokenOff = Optional.empty();
  }

  private String name() {
    return site.release().name().value();
  }

  @Override
  public void close() {
    lock.close();
  }
}
