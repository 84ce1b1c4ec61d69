/** Releases: what is installed, under which name, in which revisions, and where that is kept. */
@NullMarked
package dev.pannier.engine.release;

import org.jspecify.annotations.NullMarked;
