package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads objects by their ids with few requests.
 *
 * <p>Nearly all of a release's objects carry Helm's label, so for each kind and namespace one list
 * with that label tells most of them. What it does not tell is either not there, as on a first
 * install, or there without the label, as something that the release is to take over: to tell the
 * two apart for many objects, the names of what lacks the label are listed, without their content,
 * and only those that are there are read one by one. Where a namespace holds so much that listing
 * its names takes more requests than asking for the few objects, these are asked for.
 */
final class ObjectReads {

  /** The label that Helm gives to all that it applies. */
  static final String OURS = "app.kubernetes.io/managed-by=Helm";

  private static final String OTHERS = "app.kubernetes.io/managed-by!=Helm";

  /** From how many objects on a list is cheaper: it is slower than reading one. */
  private static final int FEW = 2;

  /** How many single reads are worth a page of names. */
  private static final int READS_FOR_A_PAGE = 4;

  private final ApiServer server;
  private final Discovery discovery;
  private final ObjectLists lists;
  private final Parallel parallel;

  ObjectReads(ApiServer server, Discovery discovery, ObjectLists lists, Parallel parallel) {
    this.server = server;
    this.discovery = discovery;
    this.lists = lists;
    this.parallel = parallel;
  }

  private record Group(String apiVersion, String kind, String namespace) {}

  private record Found(ResourceId id, Optional<MapNode> object) {}

  Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    Map<Group, Set<ResourceId>> groups = new LinkedHashMap<>();
    for (ResourceId id : ids) {
      groups
          .computeIfAbsent(
              new Group(id.apiVersion(), id.kind(), id.namespace()), _ -> new HashSet<>())
          .add(id);
    }
    List<Map<ResourceId, MapNode>> parts =
        parallel.map(List.copyOf(groups.entrySet()), each -> group(each.getKey(), each.getValue()));
    Map<ResourceId, MapNode> found = new HashMap<>();
    parts.forEach(found::putAll);
    Map<ResourceId, MapNode> ordered = new LinkedHashMap<>();
    for (ResourceId id : ids) {
      MapNode object = found.get(id);
      if (object != null) {
        ordered.put(id, object);
      }
    }
    return ordered;
  }

  private Map<ResourceId, MapNode> group(Group group, Set<ResourceId> ids) {
    Optional<ServedKind> kind = discovery.find(group.apiVersion(), group.kind());
    if (kind.isEmpty()) {
      return Map.of();
    }
    Map<ResourceId, MapNode> found = new HashMap<>();
    Set<ResourceId> missing = new HashSet<>(ids);
    if (ids.size() > FEW) {
      listed(kind.get(), group, missing, found);
    }
    for (Found each : parallel.map(List.copyOf(missing), id -> one(kind.get(), id))) {
      each.object().ifPresent(object -> found.put(each.id(), object));
    }
    return found;
  }

  /** Takes out of what is missing all that is found, and all that is known not to be there. */
  private void listed(
      ServedKind kind, Group group, Set<ResourceId> missing, Map<ResourceId, MapNode> found) {
    ObjectLists.Listed listed = lists.all(Selection.of(kind, group.namespace()).labelled(OURS));
    if (listed.refusal().isPresent()) {
      refused(listed.refusal().get(), kind, missing);
      return;
    }
    for (MapNode object : listed.items()) {
      ResourceId id = id(group, object.map("metadata").text("name").orElse(""));
      if (missing.remove(id)) {
        found.put(id, object);
      }
    }
    if (missing.size() > READS_FOR_A_PAGE) {
      keepThoseThere(kind, group, missing);
    }
  }

  /** Whoever may read but not list is answered one by one. */
  private void refused(ApiResponse refusal, ServedKind kind, Set<ResourceId> missing) {
    switch (refusal.status()) {
      case 403, 405 -> {}
      case 404 -> missing.clear();
      default -> throw server.refusal("list `" + kind.kind() + "`", refusal);
    }
  }

  private void keepThoseThere(ServedKind kind, Group group, Set<ResourceId> missing) {
    Set<ResourceId> there = new HashSet<>();
    Selection others = Selection.of(kind, group.namespace()).labelled(OTHERS);
    String page = "";
    for (int left = missing.size() / READS_FOR_A_PAGE; left > 0; left--) {
      Optional<ObjectLists.Names> names = lists.names(others, page);
      if (names.isEmpty()) {
        return;
      }
      for (String name : names.get().names()) {
        there.add(id(group, name));
      }
      page = names.get().next();
      if (page.isEmpty()) {
        missing.retainAll(there);
        return;
      }
    }
  }

  private static ResourceId id(Group group, String name) {
    return new ResourceId(group.apiVersion(), group.kind(), group.namespace(), name);
  }

  private Found one(ServedKind kind, ResourceId id) {
    ApiResponse response = server.send(ApiRequest.get(kind.object(id.namespace(), id.name())));
    if (response.status() == 404) {
      return new Found(id, Optional.empty());
    }
    if (!response.isOk()) {
      throw server.refusal("read `" + id + "` in namespace `" + id.namespace() + "`", response);
    }
    return new Found(id, Optional.of(response.object()));
  }
}
