/**
 * Where releases are recorded in a cluster: Helm's Secrets and ConfigMaps, and beside them a Lease
 * and a journal of our own.
 *
 * <p>A record that fits into one object is Helm's to the byte. One over 1 MiB is cut into parts,
 * which are named by what they hold and written first, so that the object that Helm looks at never
 * speaks of a part that is not there; it keeps all of the record that Helm needs and that fits.
 */
@NullMarked
package dev.pannier.kubernetes.release;

import org.jspecify.annotations.NullMarked;
