/**
 * Plans and carries out releases on a cluster: apply, wait, hooks, prune, roll back.
 *
 * <p>{@link dev.pannier.engine.deploy.Deployer} opens a {@link
 * dev.pannier.engine.deploy.ReleaseSession}: it takes hold of the release and puts right what an
 * earlier command left. An operation then goes through steps, each written down before it is taken:
 *
 * <ol>
 *   <li>plan: everything the cluster would refuse is found by dry runs, and nothing is written
 *   <li>intent: the journal says what will be touched and how it was found; the record is pending
 *   <li>apply: definitions of kinds, hooks, resources in their order, readiness
 *   <li>prune: what neither this revision wants nor anybody else owns goes, last of all
 *   <li>commit: the revision is the good one, the others are superseded, the journal is empty
 * </ol>
 *
 * <p>A failure leaves the last good revision what it is. An atomic operation is undone: an install
 * taken away, anything else followed by a new revision with the last good content. Rolling back is
 * an operation forward like any other, and can be killed and finished like any other.
 */
@NullMarked
package dev.pannier.engine.deploy;

import org.jspecify.annotations.NullMarked;
