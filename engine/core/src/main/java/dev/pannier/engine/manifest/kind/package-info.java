/**
 * The schemas of Kubernetes' built-in kinds: what a manifest of such a kind may say, whether it
 * lives in a namespace, and how its lists and maps merge. Custom kinds are left alone.
 *
 * <p>The data is Kubernetes' own, brought into a small text by {@code src/main/kinds/compact.py}.
 */
@NullMarked
package dev.pannier.engine.manifest.kind;

import org.jspecify.annotations.NullMarked;
