/**
 * The engine as a whole: requests in, results out. {@link dev.pannier.engine.Pannier} renders and
 * checks charts, {@link dev.pannier.engine.Releases} brings them to a cluster. Nothing in here is
 * ambient: clock, chance, cluster and store are handed in.
 */
@NullMarked
package dev.pannier.engine;

import org.jspecify.annotations.NullMarked;
