/**
 * The objects of an API server as a {@link dev.pannier.engine.deploy.Cluster}: which kinds there
 * are and where, reading, applying, deleting, and what a refusal means.
 */
@NullMarked
package dev.pannier.kubernetes.cluster;

import org.jspecify.annotations.NullMarked;
