/**
 * A chart's own tests: cases in its tests/ folder with values, and what is expected of the
 * rendering. Rendering itself is handed in.
 */
@NullMarked
package dev.pannier.engine.unit;

import org.jspecify.annotations.NullMarked;
