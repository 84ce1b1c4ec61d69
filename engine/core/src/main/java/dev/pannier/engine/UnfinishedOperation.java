package dev.pannier.engine;

import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Operation;
import java.util.Optional;

/**
 * An operation on a release that was begun and has not ended.
 *
 * @param holder who is at it now; empty where it broke off, and the next command that changes the
 *     release puts it right
 */
public record UnfinishedOperation(Operation operation, Optional<LockHolder> holder) {}
