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
final class Ledger implements HookBook {

  private final Records records;
  private Operation operation;
  private Release release;

  /** Of an operation as the journal has it, or is about to have it. */
  Ledger(Site site, Operation operation, Release release) {
    this.records = site.records();
    this.operation = operation;
    this.release = release;
  }

  Operation operation() {
    return operation;
  }

  Journal journal() {
    return records.journal();
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
    records.write(journal().touching(found).touching(left).with(operation));
  }

  void enter(Operation.Phase phase) {
    if (operation.phase() != phase) {
      write(operation.at(phase));
    }
  }

  @Override
  public List<RecordedHook> hooks() {
    return operation.terms().noHooks() ? List.of() : release.hooks();
  }

  @Override
  public boolean isDone(String hook) {
    return operation.hooksDone().contains(hook);
  }

  @Override
  public void done(String hook) {
    write(operation.ran(hook));
  }

  private void write(Operation next) {
    operation = next;
    records.write(journal().with(next));
  }

  void create() {
    release = records.create(release);
  }

  @Override
  public void ran(RecordedHook hook) {
    update(release.with(hook));
  }

  void status(Status status, String description) {
    update(release.with(status, description));
  }

  void update(Release changed) {
    release = records.update(changed);
  }

  /** The operation is over; what it touched may be left, and is remembered. */
  void end() {
    records.write(journal().ended());
  }

  /** The operation is over, and nothing is left that the records do not tell. */
  void clear() {
    records.write(journal().cleared());
  }
}
