package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.Set;

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
   * Makes fields that some managers set by updates those of one that applies on the server: what it
   * applies next then takes away what it names no more. Nothing else of the object changes.
   *
   * @param live the object as it was read
   * @param managers whose updates are meant, those of subresources aside
   * @param into who applies
   * @return false where there was nothing to do, or the object is not there any more
   */
  boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into);

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
