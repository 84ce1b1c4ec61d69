package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.Node;

/**
 * A field that a release leaves to another, although its chart sets it.
 *
 * @param path {@code spec.replicas}
 * @param live the value that it has and keeps
 * @param wanted the value that the chart gives it
 * @param to to whom, as people say it: {@code HorizontalPodAutoscaler/web}
 */
public record FieldYield(String path, Node live, Node wanted, String to) {}
