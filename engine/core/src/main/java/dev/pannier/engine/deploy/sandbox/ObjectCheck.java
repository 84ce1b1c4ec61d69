package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * Looks at an object before the sandbox takes it, as an API server checks it against its schema.
 */
@FunctionalInterface
public interface ObjectCheck {

  /** Takes everything. */
  ObjectCheck NONE = object -> List.of();

  /** What is wrong with an object; nothing where it is sound. */
  List<ApplyResult.Refusal> check(MapNode object);
}
