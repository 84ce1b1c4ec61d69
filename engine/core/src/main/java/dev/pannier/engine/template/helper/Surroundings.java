package dev.pannier.engine.template.helper;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** What helpers may know of the world during one render. */
public record Surroundings(Clock clock, RandomGenerator random) {}
