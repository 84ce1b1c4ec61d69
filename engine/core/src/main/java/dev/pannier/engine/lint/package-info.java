/**
 * Looks at charts as reviewers do: rules over what a chart renders to, over the values that its
 * templates ask for, and over the chart's own files.
 */
@NullMarked
package dev.pannier.engine.lint;

import org.jspecify.annotations.NullMarked;
