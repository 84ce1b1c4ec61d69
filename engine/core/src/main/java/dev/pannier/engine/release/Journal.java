package dev.pannier.engine.release;

import dev.pannier.engine.manifest.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written down beside the records of a release, before the cluster is touched.
 *
 * @param operation what was begun and not ended
 * @param touched every resource that operations since the last good revision may have made
 * @param storeVersion what the store knows this state of it by; empty where none is stored
 */
public record Journal(Optional<Operation> operation, List<Touched> touched, String storeVersion) {

  /** Nothing is under way, nothing was left, and nothing is stored. */
  public static final Journal EMPTY = new Journal(Optional.empty(), List.of());

  /**
   * A resource that an operation may have made or changed.
   *
   * @param found how the operation that first touched it found it
   */
  public record Touched(ResourceId id, Found found) {}

  /** How a resource was found. */
  public enum Found {
    /** It was not there: the release made it. */
    ABSENT,
    /** It belonged to the release. */
    OWNED,
    /**
     * It belonged to nobody or to somebody else, and was taken over: undoing does not delete it.
     */
    TAKEN
  }

  public Journal {
    touched = List.copyOf(touched);
  }

  /** A journal that is not stored yet. */
  public Journal(Optional<Operation> operation, List<Touched> touched) {
    this(operation, touched, "");
  }

  /** Whether there is nothing to remember. */
  public boolean isEmpty() {
    return operation.isEmpty() && touched.isEmpty();
  }

  /** This journal with an operation begun or further on. */
  public Journal with(Operation under) {
    return new Journal(Optional.of(under), touched, storeVersion);
  }

  /** This journal with its operation ended, whatever it touched still remembered. */
  public Journal ended() {
    return new Journal(Optional.empty(), touched, storeVersion);
  }

  /** This journal with nothing left to remember. */
  public Journal cleared() {
    return new Journal(Optional.empty(), List.of(), storeVersion);
  }

  /** This journal as a store knows it. */
  public Journal storedAs(String version) {
    return new Journal(operation, touched, version);
  }

  /** This journal with more resources; of one that is known already the first finding counts. */
  public Journal touching(List<Touched> more) {
    Map<ResourceId, Touched> all = new LinkedHashMap<>();
    touched.forEach(each -> all.put(each.id(), each));
    more.forEach(each -> all.putIfAbsent(each.id(), each));
    return new Journal(operation, new ArrayList<>(all.values()), storeVersion);
  }

  /** How a resource was found; empty where no operation since the last good revision met it. */
  public Optional<Found> found(ResourceId id) {
    return touched.stream().filter(each -> each.id().equals(id)).map(Touched::found).findFirst();
  }
}
