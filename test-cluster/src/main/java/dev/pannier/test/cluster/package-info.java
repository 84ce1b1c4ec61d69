/** A real control plane for tests, a kubelet of their own, and a proxy that breaks things. */
@NullMarked
package dev.pannier.test.cluster;

import org.jspecify.annotations.NullMarked;
