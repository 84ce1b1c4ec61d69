package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.Node;
import java.util.Optional;

/**
 * A field that somebody changed since the release was last applied.
 *
 * @param path {@code spec.template.spec.containers[name="web"].image}
 * @param recorded what the last good revision set; empty where it is something that was added
 * @param live what it is; empty where it was taken away
 * @param owner who changed it, where the cluster tells
 */
public record Drift(
    String path, Optional<Node> recorded, Optional<Node> live, Optional<FieldOwner> owner) {}
