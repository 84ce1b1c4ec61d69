/** Plans and carries out releases on a cluster: apply, wait, hooks, prune, roll back. */
@NullMarked
package dev.pannier.engine.deploy;

import org.jspecify.annotations.NullMarked;
