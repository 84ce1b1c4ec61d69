/** What there is to know about each problem that Pannier can tell of, by its code. */
@NullMarked
package dev.pannier.cli.message;

import org.jspecify.annotations.NullMarked;
