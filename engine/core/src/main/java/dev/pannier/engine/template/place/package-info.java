/**
 * Writes values into rendered text so that it is YAML whatever they are: where a value stands
 * decides how it is written. Knows no template language.
 */
@NullMarked
package dev.pannier.engine.template.place;

import org.jspecify.annotations.NullMarked;
