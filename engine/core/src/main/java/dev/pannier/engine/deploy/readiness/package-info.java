/**
 * When objects are ready: what they say of themselves, kind by kind. Nothing here asks a cluster.
 *
 * <p>An object is judged first by what every object may say (that it is being deleted, that its
 * controller has not looked at it yet), then by the rules in its own annotations, then by those of
 * its kind.
 */
@NullMarked
package dev.pannier.engine.deploy.readiness;

import org.jspecify.annotations.NullMarked;
