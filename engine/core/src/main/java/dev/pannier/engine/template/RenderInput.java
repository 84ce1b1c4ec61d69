package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.yaml.MapNode;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * All that a render depends on; the same input gives the same output.
 *
 * @param chart the chart, its dependencies already switched on and off
 * @param values the whole coalesced values, subcharts' under their names
 * @param generated what {@code generated} computed in earlier revisions, by key
 * @param clock what {@code now} tells
 * @param random what random helpers draw from; for secrets one that nobody can guess
 */
public record RenderInput(
    Chart chart,
    MapNode values,
    ReleaseContext release,
    Capabilities capabilities,
    ClusterLookup lookup,
    MapNode generated,
    RenderLimits limits,
    Clock clock,
    RandomGenerator random) {}
