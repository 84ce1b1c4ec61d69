package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cluster in which a test says what is there and when. Its view shows the same as itself, unless
 * the test lets it lag behind.
 */
final class StagedCluster implements Cluster {

  private final VirtualTime time;
  private final Map<ResourceId, MapNode> objects = new LinkedHashMap<>();
  private final Map<ResourceId, List<String>> events = new HashMap<>();
  private final Map<String, List<String>> logs = new HashMap<>();
  private final TreeMap<Instant, Runnable> script = new TreeMap<>();
  private Map<ResourceId, MapNode> seen = Map.of();
  private boolean lagging;
  int questions;

  StagedCluster(VirtualTime time) {
    this.time = time;
  }

  /** Puts objects there, in the place of those of the same names. */
  StagedCluster put(String yaml) {
    parse(yaml).forEach(each -> objects.put(id(each), each));
    return this;
  }

  StagedCluster remove(ResourceId id) {
    objects.remove(id);
    return this;
  }

  StagedCluster report(ResourceId id, String event) {
    events.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
    return this;
  }

  StagedCluster write(String pod, String... lines) {
    logs.put(pod, List.of(lines));
    return this;
  }

  /** Something happens after a time. */
  StagedCluster after(Duration wait, Runnable happening) {
    script.put(time.instant().plus(wait), happening);
    return this;
  }

  /** From now on, views show what is there now. */
  StagedCluster lag() {
    seen = Map.copyOf(objects);
    lagging = true;
    return this;
  }

  static List<MapNode> parse(String yaml) {
    List<MapNode> all = new ArrayList<>();
    for (String document : yaml.split("(?m)^---$")) {
      Node node = YamlReader.read(new Source("web/templates/all.yaml.hbs", document));
      all.add((MapNode) node);
    }
    return all;
  }

  static ResourceId id(MapNode object) {
    MapNode metadata = object.map("metadata");
    return new ResourceId(
        object.text("apiVersion").orElseThrow(),
        object.text("kind").orElseThrow(),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElseThrow());
  }

  @Override
  public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    questions++;
    return read(objects, ids);
  }

  private static Map<ResourceId, MapNode> read(
      Map<ResourceId, MapNode> from, Collection<ResourceId> ids) {
    Map<ResourceId, MapNode> found = new LinkedHashMap<>();
    for (ResourceId id : ids) {
      if (from.containsKey(id)) {
        found.put(id, from.get(id));
      }
    }
    return found;
  }

  @Override
  public List<MapNode> list(
      String apiVersion, String kind, String namespace, Map<String, String> labels) {
    questions++;
    return list(objects, apiVersion, kind, namespace, labels);
  }

  private static List<MapNode> list(
      Map<ResourceId, MapNode> from,
      String apiVersion,
      String kind,
      String namespace,
      Map<String, String> labels) {
    List<MapNode> found = new ArrayList<>();
    from.forEach((id, object) -> {
      MapNode own = object.map("metadata").map("labels");
      boolean carries =
          labels.entrySet().stream()
              .allMatch(each -> own.text(each.getKey()).orElse("").equals(each.getValue()));
      if (id.apiVersion().equals(apiVersion)
          && id.kind().equals(kind)
          && id.namespace().equals(namespace)
          && carries) {
        found.add(object);
      }
    });
    return found;
  }

  @Override
  public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    return false;
  }

  @Override
  public List<String> logs(ResourceId pod, String container, int lines) {
    List<String> all = logs.getOrDefault(pod.name(), List.of());
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  @Override
  public List<String> events(ResourceId id) {
    return events.getOrDefault(id, List.of());
  }

  @Override
  public ClusterView view(Collection<ResourceId> ids) {
    return new View();
  }

  private final class View implements ClusterView {

    private Map<ResourceId, MapNode> shown() {
      return lagging ? seen : objects;
    }

    @Override
    public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
      return StagedCluster.read(shown(), ids);
    }

    @Override
    public List<MapNode> list(
        String apiVersion, String kind, String namespace, Map<String, String> labels) {
      return StagedCluster.list(shown(), apiVersion, kind, namespace, labels);
    }

    @Override
    public List<String> logs(ResourceId pod, String container, int lines) {
      return StagedCluster.this.logs(pod, container, lines);
    }

    @Override
    public List<String> events(ResourceId id) {
      return StagedCluster.this.events(id);
    }

    @Override
    public void await(Duration atMost, Pause pause) throws InterruptedException {
      Instant end = time.instant().plus(atMost);
      Instant next = script.isEmpty() ? end : script.firstKey();
      Instant until = next.isBefore(end) ? next : end;
      Duration left = Duration.between(time.instant(), until);
      pause.pause(left.isPositive() ? left : Duration.ofMillis(1));
      while (!script.isEmpty() && !script.firstKey().isAfter(time.instant())) {
        script.pollFirstEntry().getValue().run();
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public Scope scope(String apiVersion, String kind) {
    return Scope.NAMESPACED;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("v1.30.0", Set.of());
  }

  @Override
  public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(ResourceId id, String uid, Propagation propagation) {
    throw new UnsupportedOperationException();
  }
}
