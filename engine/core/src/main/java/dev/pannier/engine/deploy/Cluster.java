package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;

/**
 * Where resources live: an API server, or something that behaves like one. Ids given to it name a
 * namespace exactly when their kind has one. Safe for use by several threads.
 *
 * <p>What a server refuses is data ({@link ApplyResult}); that it cannot be reached is a {@link
 * dev.pannier.engine.problem.ChartException} of reason UNAVAILABLE, from every method.
 */
public interface Cluster extends ClusterReader {

  /** Where objects of a kind live; unknown where the cluster does not serve the kind. */
  Scope scope(String apiVersion, String kind);

  /** What it is and what it serves. */
  Capabilities capabilities();

  /** A look at some objects, and at what comes of them, that stays up to date. */
  ClusterView view(Collection<ResourceId> ids);

  /** Server-side apply: makes the object, or changes the fields that it names. */
  ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode);

  /**
   * Deletes an object, and what it owns as the propagation says. It may take a while to be gone.
   *
   * @param uid which object is meant: one that came in its place stays
   * @return false where there is no such object
   */
  boolean delete(ResourceId id, String uid, Propagation propagation);

  /** Where objects of a kind live. */
  enum Scope {
    NAMESPACED,
    CLUSTER,
    UNKNOWN
  }

  /** What becomes of the objects that a deleted object owns. */
  enum Propagation {
    /** They go after it. */
    BACKGROUND,
    /** They go before it. */
    FOREGROUND,
    /** They stay. */
    ORPHAN
  }
}
