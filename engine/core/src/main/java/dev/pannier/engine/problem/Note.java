package dev.pannier.engine.problem;

/**
 * A second place that belongs to a problem, such as where the offending value was set.
 *
 * @param message what stands there, a phrase without a final dot
 * @param location where; may be unknown
 */
public record Note(String message, Location location) {}
