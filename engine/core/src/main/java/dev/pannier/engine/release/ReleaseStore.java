package dev.pannier.engine.release;

import java.util.Optional;

/**
 * Keeps the records of releases. Each call takes effect as a whole or not at all, even when the
 * process is killed in it; reading needs no lock.
 *
 * <p>Every method throws a {@link dev.pannier.engine.problem.ChartException} when the store cannot
 * be read or written.
 */
public interface ReleaseStore extends AutoCloseable {

  /**
   * Takes hold of a release, or says at once who has it. What a holder that died left is free.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason BUSY, naming who holds it
   */
  ReleaseLock lock(ReleaseId id, LockHolder holder);

  /** Who holds a release at this moment; nobody where its holder died. Takes hold of nothing. */
  Optional<LockHolder> holder(ReleaseId id);

  /**
   * The revisions of a release.
   *
   * @throws dev.pannier.engine.problem.ChartException when a record cannot be read that decides
   *     what happens next
   */
  History history(ReleaseId id);

  /**
   * The newest revision of each release, in brief.
   *
   * @param namespace empty for all
   */
  ReleaseList list(String namespace);

  /**
   * Records a new revision, which must not be there yet.
   *
   * @return it, as stored
   */
  Release create(Release release);

  /**
   * Records a revision anew if the stored one still is the one that this was made from.
   *
   * @return it, as stored
   */
  Release update(Release release);

  /** Forgets a revision; nothing happens where there is none. */
  void delete(ReleaseId id, int revision);

  /** What is written down about operations on a release; an empty journal where nothing is. */
  Journal journal(ReleaseId id);

  /**
   * Replaces the journal of a release if the stored one still is the one that this was made from;
   * an empty one leaves nothing behind.
   *
   * @return it, as stored
   */
  Journal write(ReleaseId id, Journal journal);

  /** Ends what is open to it; locks are given back before. */
  @Override
  default void close() {}
}
