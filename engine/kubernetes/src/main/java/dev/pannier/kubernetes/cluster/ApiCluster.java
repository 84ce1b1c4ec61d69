package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ApplyMode;
import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A real cluster: an API server and what works behind it. */
public final class ApiCluster implements Cluster, AutoCloseable {

  private final ApiServer server;
  private final Pause pause;
  private final Parallel parallel = new Parallel();
  private final LastSeen lastSeen = new LastSeen();
  private final Discovery discovery;
  /** There is no such collection; or of what is made for its effect alone, nothing is kept. */
  private static final Set<Integer> NOTHING_TO_LIST = Set.of(404, 405);

  private final ObjectLists lists;
  private final ObjectReads reads;
  private final ObjectWrites writes;
  private final FieldAdoption adoption;
  private final PodLogs logs;
  private final Events events;

  /** The objects of a server. */
  public ApiCluster(ApiServer server, DiscoveryCache cache, Pause pause) {
    this.server = server;
    this.pause = pause;
    this.discovery = new Discovery(server, parallel, cache);
    this.lists = new ObjectLists(server);
    this.reads = new ObjectReads(server, discovery, lists, parallel);
    this.writes = new ObjectWrites(server, discovery, lastSeen);
    this.adoption = new FieldAdoption(server, discovery, lastSeen);
    this.logs = new PodLogs(server);
    this.events = new Events(server);
  }

  @Override
  public Scope scope(String apiVersion, String kind) {
    return discovery
        .find(apiVersion, kind)
        .map(found -> found.namespaced() ? Scope.NAMESPACED : Scope.CLUSTER)
        .orElse(Scope.UNKNOWN);
  }

  @Override
  public Capabilities capabilities() {
    return discovery.capabilities();
  }

  @Override
  public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    Map<ResourceId, MapNode> found = reads.read(ids);
    ids.forEach(id -> lastSeen.saw(id, found.get(id)));
    return found;
  }

  @Override
  public List<MapNode> list(
      String apiVersion, String kind, String namespace, Map<String, String> labels) {
    Optional<ServedKind> served = discovery.find(apiVersion, kind);
    if (served.isEmpty()) {
      return List.of();
    }
    Selection selection = Selection.of(served.get(), namespace).labelled(selector(labels));
    ObjectLists.Listed listed = lists.all(selection);
    if (listed.refusal().isPresent() && !NOTHING_TO_LIST.contains(listed.refusal().get().status())) {
      throw server.refusal("list " + selection, listed.refusal().get());
    }
    return listed.items();
  }

  private static String selector(Map<String, String> labels) {
    StringBuilder selector = new StringBuilder();
    new TreeMap<>(labels)
        .forEach((key, value) ->
            selector.append(selector.isEmpty() ? "" : ",").append(key).append('=').append(value));
    return selector.toString();
  }

  @Override
  public List<String> logs(ResourceId pod, String container, int lines) {
    return logs.last(pod, container, lines);
  }

  @Override
  public List<String> events(ResourceId id) {
    return events.of(id);
  }

  @Override
  public ClusterView view(Collection<ResourceId> ids) {
    Watches watches = new Watches(server, lists, pause);
    return new WatchingView(this, discovery, parallel, watches, ids);
  }

  @Override
  public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    return writes.apply(id, object, mode);
  }

  @Override
  public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    return adoption.adopt(id, live, managers, into);
  }

  @Override
  public boolean delete(ResourceId id, String uid, Propagation propagation) {
    return writes.delete(id, uid, propagation);
  }

  @Override
  public void close() {
    parallel.close();
  }
}
