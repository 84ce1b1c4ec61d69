package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ClusterReader;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that are watched: one watch for the labelled ones of a kind and namespace, one for each
 * that is alone or has no label; and for what is asked for besides, such as pods, one for all of
 * the kind in the namespace. What may not be listed is asked for each time.
 */
final class WatchingView implements ClusterView {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** From how many objects on one watch for all of the kind is better than one for each. */
  private static final int MANY = 8;

  private static final ServedKind EVENT = new ServedKind("v1", "Event", "events", true);

  private final ClusterReader cluster;
  private final Discovery discovery;
  private final Watches watches;
  private final Map<ResourceId, List<WatchedObjects>> watched = new LinkedHashMap<>();
  private volatile boolean polls;

  WatchingView(
      ClusterReader cluster,
      Discovery discovery,
      Parallel parallel,
      Watches watches,
      Collection<ResourceId> ids) {
    this.cluster = cluster;
    this.discovery = discovery;
    this.watches = watches;
    Map<ResourceId, Set<ResourceId>> groups = new LinkedHashMap<>();
    for (ResourceId id : ids) {
      ResourceId group = new ResourceId(id.apiVersion(), id.kind(), id.namespace(), "");
      groups.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(id);
    }
    try {
      parallel.map(List.copyOf(groups.values()), this::watch).forEach(watched::putAll);
    } catch (RuntimeException e) {
      watches.close();
      throw e;
    }
  }

  /** Begins to watch ids of one kind and namespace; those that are left out cannot be. */
  private Map<ResourceId, List<WatchedObjects>> watch(Set<ResourceId> ids) {
    ResourceId any = ids.iterator().next();
    Optional<ServedKind> kind = discovery.find(any.apiVersion(), any.kind());
    if (kind.isEmpty()) {
      return Map.of();
    }
    Selection all = Selection.of(kind.get(), any.namespace());
    Map<ResourceId, List<WatchedObjects>> found = new LinkedHashMap<>();
    Set<ResourceId> missing = new LinkedHashSet<>(ids);
    if (ids.size() > 2) {
      watches
          .of(all.labelled(ObjectReads.OURS))
          .ifPresent(ours -> {
            for (ResourceId id : ids) {
              add(found, id, ours);
              if (ours.get(id.namespace(), id.name()) != null) {
                missing.remove(id);
              }
            }
          });
    }
    for (ResourceId id : missing) {
      Selection selection = missing.size() > MANY ? all : all.named(id.name());
      watches.of(selection).ifPresent(objects -> add(found, id, objects));
    }
    return found;
  }

  private static void add(
      Map<ResourceId, List<WatchedObjects>> found, ResourceId id, WatchedObjects objects) {
    found.computeIfAbsent(id, _ -> new ArrayList<>()).add(objects);
  }

  @Override
  public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    Map<ResourceId, MapNode> found = new LinkedHashMap<>();
    List<ResourceId> others = new ArrayList<>();
    for (ResourceId id : ids) {
      List<WatchedObjects> places = watched.get(id);
      if (places == null) {
        others.add(id);
        continue;
      }
      for (WatchedObjects place : places) {
        MapNode object = place.get(id.namespace(), id.name());
        if (object != null) {
          found.put(id, object);
          break;
        }
      }
    }
    if (!others.isEmpty()) {
      polls = true;
      found.putAll(cluster.read(others));
    }
    return found;
  }

  @Override
  public List<MapNode> list(
      String apiVersion, String kind, String namespace, Map<String, String> labels) {
    Optional<WatchedObjects> objects =
        namespace.isEmpty()
            ? Optional.empty()
            : discovery
                .find(apiVersion, kind)
                .flatMap(served -> watches.of(Selection.of(served, namespace)));
    if (objects.isEmpty()) {
      polls = true;
      return cluster.list(apiVersion, kind, namespace, labels);
    }
    return objects.get().all().stream().filter(object -> has(object, labels)).toList();
  }

  private static boolean has(MapNode object, Map<String, String> labels) {
    MapNode own = object.map("metadata").map("labels");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!(own.get(label.getKey()) instanceof TextNode value)
          || !value.text().equals(label.getValue())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> logs(ResourceId pod, String container, int lines) {
    return cluster.logs(pod, container, lines);
  }

  @Override
  public List<String> events(ResourceId id) {
    Optional<WatchedObjects> events = watches.of(Selection.of(EVENT, Events.namespace(id)));
    return events.isEmpty()
        ? cluster.events(id)
        : Events.lines(
            events.get().all().stream().filter(each -> Events.isAbout(each, id)).toList());
  }

  @Override
  public void await(Duration atMost, Pause pause) throws InterruptedException {
    if (polls) {
      watches.signal().await(atMost.compareTo(POLL) < 0 ? atMost : POLL);
    } else {
      watches.signal().await(atMost);
    }
  }

  @Override
  public void close() {
    watches.close();
  }
}
