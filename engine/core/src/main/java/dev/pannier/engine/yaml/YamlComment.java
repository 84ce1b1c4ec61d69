package dev.pannier.engine.yaml;

/**
 * A comment of a YAML text: from its {@code #} to the end of its line.
 *
 * @param line counted from 1
 * @param column of its {@code #}, counted from 1 in UTF-16 units
 * @param text what follows the {@code #}, blanks at its end left out
 * @param alone whether nothing but blanks stands before it on its line
 */
public record YamlComment(int line, int column, String text, boolean alone) {}
