package dev.pannier.engine.release;

import dev.pannier.engine.problem.Problem;

/**
 * What a release is known by: its name is its own within a namespace.
 *
 * @param namespace where its records lie, and its resources unless they say otherwise
 */
public record ReleaseId(String namespace, ReleaseName name) {

  /**
   * A checked id.
   *
   * @throws dev.pannier.engine.problem.ChartException when the namespace is no DNS label
   */
  public ReleaseId {
    if (!DnsName.isLabel(namespace)) {
      throw Problem.error("release.invalid-namespace", "`" + namespace + "` is no namespace.")
          .hint("Use at most 63 lower case letters, digits and `-`; no `-` at either end.")
          .exception();
    }
  }

  /** An id of unchecked names. */
  public static ReleaseId of(String namespace, String name) {
    return new ReleaseId(namespace, new ReleaseName(name));
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
