package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.Node;

/**
 * A value that a template wrote.
 *
 * @param value its origin tells who set it
 * @param place of the tag that wrote it
 */
public record Insertion(Node value, Location place) {}
