package dev.pannier.engine.deploy;

import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import java.util.List;

/**
 * Writes down what an operation does, always before it does it: the journal, and the record of the
 * revision it is about.
 */
final class Ledger {

  private final Site site;
  private Journal journal;
  private Operation operation;
  private Release release;

  /** Of an operation as the journal has it, or is about to have it. */
  Ledger(Site site, Journal journal, Operation operation, Release release) {
    this.site = site;
    this.journal = journal;
    this.operation = operation;
    this.release = release;
  }

  Operation operation() {
    return operation;
  }

  Journal journal() {
    return journal;
  }

  Release release() {
    return release;
  }

  /**
   * Writes down the intent.
   *
   * @param found what is about to be applied, as it was found
   * @param left what is in the cluster of earlier revisions and not wanted any more
   */
  void begin(List<Journal.Touched> found, List<Journal.Touched> left) {
    journal = journal.touching(found).touching(left);
    write(operation);
  }

  void enter(Operation.Phase phase) {
    if (operation.phase() != phase) {
      write(operation.at(phase));
    }
  }

  void hookDone(String hook) {
    write(operation.ran(hook));
  }

  private void write(Operation next) {
    operation = next;
    journal = site.store().write(site.release(), journal.with(next));
  }

  void create() {
    release = site.store().create(release);
  }

  void hookRan(RecordedHook hook) {
    release = site.store().update(release.with(hook));
  }

  void status(Status status, String description) {
    update(release.with(status, description));
  }

  void update(Release changed) {
    release = site.store().update(changed);
  }

  /** The operation is over; what it touched may be left, and is remembered. */
  void end() {
    journal = site.store().write(site.release(), journal.ended());
  }

  /** The operation is over, and nothing is left that the records do not tell. */
  void clear() {
    journal = site.store().write(site.release(), journal.cleared());
  }
}
