package dev.pannier.engine;

import dev.pannier.engine.yaml.MapNode;

/**
 * Values that a chart brings along beside its defaults.
 *
 * @param name what people call them: {@code values-prod.yaml}
 * @param isTest whether they only test the chart, so that nobody runs it so
 */
public record ValuesVariant(String name, MapNode values, boolean isTest) {}
