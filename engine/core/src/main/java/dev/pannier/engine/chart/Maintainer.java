package dev.pannier.engine.chart;

/** Who keeps a chart; empty where not given. */
public record Maintainer(String name, String email, String url) {}
