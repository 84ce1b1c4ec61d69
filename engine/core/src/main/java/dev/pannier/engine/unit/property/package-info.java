/**
 * The property mode: values drawn from a chart's schema, each of which must render to sound
 * manifests, and the smallest ones that do not.
 */
@NullMarked
package dev.pannier.engine.unit.property;

import org.jspecify.annotations.NullMarked;
