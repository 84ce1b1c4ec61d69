/** Whole charts, from the folder to the manifests: what rendering promises for any values. */
@NullMarked
package dev.pannier.engine.charts;

import org.jspecify.annotations.NullMarked;
