package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiPath;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server serves: as it was remembered, and where a kind is missing there, as the server says
 * now. A kind whose definition was applied a moment ago is found, therefore.
 */
final class Discovery {

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";

  private final ApiServer server;
  private final Parallel parallel;
  private final DiscoveryCache cache;
  private ServedApis apis = ServedApis.UNKNOWN;
  private boolean remembered;

  Discovery(ApiServer server, Parallel parallel, DiscoveryCache cache) {
    this.server = server;
    this.parallel = parallel;
    this.cache = cache;
  }

  /** A kind; empty where it is not served. */
  Optional<ServedKind> find(String apiVersion, String kind) {
    Optional<ServedKind> known = known().find(apiVersion, kind);
    return known.isPresent() ? known : refreshed(apiVersion).find(apiVersion, kind);
  }

  /** Learns anew what is served of a group and version, since what was known proved wrong. */
  ServedApis refreshed(String apiVersion) {
    Map<String, ServedKind> kinds = kinds(apiVersion);
    synchronized (this) {
      ServedApis changed = apis.with(apiVersion, kinds);
      if (!changed.equals(apis)) {
        apis = changed;
        if (apis.isWhole()) {
          cache.write(apis);
        }
      }
      return apis;
    }
  }

  Capabilities capabilities() {
    ServedApis known = known();
    if (!known.isWhole()) {
      known = all();
      synchronized (this) {
        apis = known;
      }
      cache.write(known);
    }
    return known.capabilities();
  }

  private synchronized ServedApis known() {
    if (!remembered) {
      remembered = true;
      apis = cache.read();
    }
    return apis;
  }

  private ServedApis all() {
    List<MapNode> answers = parallel.map(List.of("/version", "/api", "/apis"), this::asked);
    Map<String, Map<String, ServedKind>> served = new LinkedHashMap<>();
    List<String> versions = new ArrayList<>();
    for (MapNode answer : answers.subList(1, 3)) {
      if (DiscoveryReader.isAggregated(answer)) {
        served.putAll(DiscoveryReader.aggregated(answer));
      } else {
        versions.addAll(DiscoveryReader.versions(answer));
      }
    }
    List<Map<String, ServedKind>> kinds = parallel.map(versions, this::kinds);
    for (int i = 0; i < versions.size(); i++) {
      served.put(versions.get(i), kinds.get(i));
    }
    return new ServedApis(answers.getFirst().text("gitVersion").orElse("unknown"), served);
  }

  private MapNode asked(String path) {
    ApiRequest request = ApiRequest.get(path);
    ApiResponse response =
        server.send(path.equals("/version") ? request : request.accepting(AGGREGATED));
    if (!response.isOk()) {
      throw server.refusal("be asked what it serves", response);
    }
    return response.object();
  }

  /**
   * The kinds of a group and version; none where the server behind an aggregated API is gone, which
   * is no reason for what has nothing to do with it to fail.
   */
  private Map<String, ServedKind> kinds(String apiVersion) {
    ApiResponse response = server.send(ApiRequest.get(ApiPath.root(apiVersion)).once());
    return response.isOk()
        ? DiscoveryReader.kinds(apiVersion, response.object())
        : none(apiVersion, response);
  }

  private Map<String, ServedKind> none(String apiVersion, ApiResponse response) {
    if (response.status() == 403) {
      throw server.refusal("be asked what it serves of `" + apiVersion + "`", response);
    }
    return Map.of();
  }
}
