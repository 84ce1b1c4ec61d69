/** What the tests of several modules share. */
@NullMarked
package dev.pannier.test;

import org.jspecify.annotations.NullMarked;
