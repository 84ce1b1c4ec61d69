/** The pannier command: wiring only. */
@NullMarked
package dev.pannier.cli;

import org.jspecify.annotations.NullMarked;
