/**
 * A real API server: its objects as a {@link dev.pannier.engine.deploy.Cluster}, and records of
 * releases in its Secrets and ConfigMaps.
 */
@NullMarked
package dev.pannier.kubernetes;

import org.jspecify.annotations.NullMarked;
