package dev.pannier.engine.yaml.path;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/**
 * A path into a tree, in the words of Kubernetes' JSONPath and without braces: {@code
 * status.phase}, {@code status.conditions[?(@.type=="Ready")].status}. It may lead to nothing.
 */
public final class NodePath {

  private final Source source;
  private final List<Step> steps;

  private NodePath(Source source, List<Step> steps) {
    this.source = source;
    this.steps = steps;
  }

  /**
   * Reads a path.
   *
   * @throws dev.pannier.engine.problem.ChartException at the place where it cannot be understood
   */
  public static NodePath parse(Source source) {
    return new NodePath(source, new PathParser(source).path());
  }

  /** What it leads to; nothing where a key on the way is not there. */
  public List<Node> find(Node root) {
    return new PathWalk(source, root, false).walk(steps, root);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return source.text();
  }
}
