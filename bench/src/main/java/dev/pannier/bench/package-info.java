/** Benchmarks of rendering, for JMH. */
@NullMarked
package dev.pannier.bench;

import org.jspecify.annotations.NullMarked;
