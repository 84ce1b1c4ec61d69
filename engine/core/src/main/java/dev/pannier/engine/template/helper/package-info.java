/** The helpers that templates call: Sprig's names and meanings, Helm's, and our own. */
@NullMarked
package dev.pannier.engine.template.helper;

import org.jspecify.annotations.NullMarked;
