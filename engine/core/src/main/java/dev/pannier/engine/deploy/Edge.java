package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;

/**
 * That a resource comes after another.
 *
 * @param why between the two of them, in a sentence: {@code waits for}
 * @param origin what says so
 */
record Edge(ResourceId from, ResourceId to, String why, Location origin) {
  /** {@code `Deployment/web` waits for `Job/migrate`}. */
  @Override
  public String toString() {
    return "`" + from + "` " + why + " `" + to + "`";
  }
}
