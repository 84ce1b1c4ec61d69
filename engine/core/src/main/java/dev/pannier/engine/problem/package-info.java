/** What went wrong, where, and what to do next. */
@NullMarked
package dev.pannier.engine.problem;

import org.jspecify.annotations.NullMarked;
