package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Location;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a template rendered to: text in which {@link Marks} tell the places that wrote it and stand
 * for values.
 *
 * @param insertions the values, by the numbers of their marks
 * @param places the places, by the numbers of their marks
 */
public record MarkedText(String text, List<Insertion> insertions, IntFunction<Location> places) {}
