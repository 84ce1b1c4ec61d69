package dev.pannier.engine.release;

import dev.pannier.engine.problem.Problem;

/**
 * A record that cannot be read, as far as its store knows it from outside.
 *
 * @param revision its number
 * @param status what its label says
 * @param problem what is wrong with it
 */
public record BrokenRecord(int revision, Status status, Problem problem) {}
