/**
 * Releases: what is installed, under which name, in which revisions, and where that is kept.
 *
 * <p>A {@link dev.pannier.engine.release.Release} is one revision, and its record is Helm's own
 * ({@link dev.pannier.engine.release.HelmRecord}), so that each of the two tools reads what the
 * other wrote. Beside the records lies a {@link dev.pannier.engine.release.Journal} that only
 * Pannier knows: what is under way, and what was touched since the last good revision. It is
 * written before the cluster is touched; whoever holds the release next reads there what is left to
 * do.
 *
 * <p>Everything a command knows of earlier commands it knows from a {@link
 * dev.pannier.engine.release.ReleaseStore}.
 */
@NullMarked
package dev.pannier.engine.release;

import org.jspecify.annotations.NullMarked;
