package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where resources live: an API server, or something that behaves like one. Ids given to it name a
 * namespace exactly when their kind has one.
 *
 * <p>What a server refuses is data ({@link ApplyResult}); that it cannot be reached is a {@link
 * dev.pannier.engine.problem.ChartException} of reason UNAVAILABLE, from every method.
 */
public interface Cluster {

  /** Where objects of a kind live; unknown where the cluster does not serve the kind. */
  Scope scope(String apiVersion, String kind);

  /**
   * The objects of these ids that are there; of a kind that is not served, none is. One question,
   * however many ids.
   */
  Map<ResourceId, MapNode> read(Collection<ResourceId> ids);

  /**
   * The objects of a kind.
   *
   * @param namespace empty for all
   * @param labels what each must carry; none for all
   */
  List<MapNode> list(String apiVersion, String kind, String namespace, Map<String, String> labels);

  /** Server-side apply: makes the object, or changes the fields that it names. */
  ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode);

  /**
   * Deletes an object, and what it owns as the propagation says. It may take a while to be gone.
   *
   * @param uid which object is meant: one that came in its place stays
   * @return false where there is no such object
   */
  boolean delete(ResourceId id, String uid, Propagation propagation);

  /** The last lines that a container of a pod wrote; of its previous run where it has restarted. */
  List<String> logs(ResourceId pod, String container, int lines);

  /** What the cluster reported about an object lately, oldest first: {@code BackOff: …}. */
  List<String> events(ResourceId id);

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
