package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiPath;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a server serves. A kind that is not known is looked for anew each time. */
final class Discovery {

  private final ApiServer server;
  private final Parallel parallel;
  private final Map<String, Map<String, ServedKind>> known = new ConcurrentHashMap<>();

  Discovery(ApiServer server, Parallel parallel) {
    this.server = server;
    this.parallel = parallel;
  }

  /** A kind; empty where it is not served. */
  Optional<ServedKind> find(String apiVersion, String kind) {
    Map<String, ServedKind> kinds = known.get(apiVersion);
    if (kinds == null || !kinds.containsKey(kind)) {
      kinds = ask(apiVersion);
      known.put(apiVersion, kinds);
    }
    return Optional.ofNullable(kinds.get(kind));
  }

  Capabilities capabilities() {
    String version = asked("/version").text("gitVersion").orElse("");
    List<String> versions = new ArrayList<>();
    for (Node each : asked("/api").list("versions")) {
      versions.add(each instanceof dev.pannier.engine.yaml.ScalarNode text ? text.text() : "");
    }
    for (Node group : asked("/apis").list("groups")) {
      for (Node each : ((MapNode) group).list("versions")) {
        ((MapNode) each).text("groupVersion").ifPresent(versions::add);
      }
    }
    Set<String> all = new LinkedHashSet<>();
    List<Map<String, ServedKind>> kinds = parallel.map(versions, this::ask);
    for (int i = 0; i < versions.size(); i++) {
      known.put(versions.get(i), kinds.get(i));
      all.add(versions.get(i));
      for (String kind : kinds.get(i).keySet()) {
        all.add(versions.get(i) + "/" + kind);
      }
    }
    return new Capabilities(version, all);
  }

  private MapNode asked(String path) {
    ApiResponse response = server.send(ApiRequest.get(path));
    if (!response.isOk()) {
      throw server.refusal("say what it serves", response);
    }
    return response.object();
  }

  private Map<String, ServedKind> ask(String apiVersion) {
    ApiResponse response = server.send(ApiRequest.get(ApiPath.root(apiVersion)));
    if (response.status() == 404 || response.status() == 503) {
      return Map.of();
    }
    if (!response.isOk()) {
      throw server.refusal("say what it serves of `" + apiVersion + "`", response);
    }
    Map<String, ServedKind> kinds = new LinkedHashMap<>();
    for (Node each : response.object().list("resources")) {
      if (each instanceof MapNode resource) {
        String plural = resource.text("name").orElse("");
        String kind = resource.text("kind").orElse("");
        if (!plural.contains("/")) {
          boolean namespaced = resource.get("namespaced") instanceof BoolNode flag && flag.value();
          kinds.putIfAbsent(kind, new ServedKind(apiVersion, kind, plural, namespaced));
        }
      }
    }
    return kinds;
  }
}
