/**
 * What an author is spared: values.schema.json and the README's table of values, both made from
 * values.yaml and its comments. Nothing here writes a file before somebody calls {@link
 * dev.pannier.engine.authoring.FileProposal#write}.
 */
@NullMarked
package dev.pannier.engine.authoring;

import org.jspecify.annotations.NullMarked;
