import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * As much of an API server as the rehearsal of commands needs: objects that are created, replaced,
 * applied, read, listed and deleted, over TLS. It checks nothing, and nothing ever happens to an
 * object; it is no cluster to test against.
 */
final class StubApiServer implements AutoCloseable {
  private static final String TIME = "2026-01-01T00:00:00Z";

  /** What it serves, as {@code group/version Kind resource}, and a star behind what is global. */
  private static final List<String> KINDS =
      List.of(
          "v1 Namespace namespaces*",
          "v1 Secret secrets",
          "v1 ConfigMap configmaps",
          "v1 Service services",
          "v1 ServiceAccount serviceaccounts",
          "v1 Pod pods",
          "v1 Event events",
          "apps/v1 Deployment deployments",
          "apps/v1 ReplicaSet replicasets",
          "autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers",
          "coordination.k8s.io/v1 Lease leases",
          "networking.k8s.io/v1 Ingress ingresses",
          "networking.k8s.io/v1 NetworkPolicy networkpolicies",
          "policy/v1 PodDisruptionBudget poddisruptionbudgets",
          "rbac.authorization.k8s.io/v1 Role roles",
          "rbac.authorization.k8s.io/v1 RoleBinding rolebindings");

  private final HttpsServer server;
  private final Map<String, MapNode> objects = new TreeMap<>();
  private final AtomicLong version = new AtomicLong();

  StubApiServer(SSLContext tls) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::handle);
    server.start();
    objects.put(
        "/api/v1/namespaces/default",
        named(map("apiVersion", "v1", "kind", "Namespace", "metadata", map("name", "default"))));
  }

  String address() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      MapNode answer = discovery(path);
      if (answer == null) {
        answer = answer(exchange.getRequestMethod(), path, query(exchange), body);
      }
      send(exchange, answer);
    }
  }

  private static void send(HttpExchange exchange, MapNode answer) throws IOException {
    boolean failed = answer.text("kind").filter("Status"::equals).isPresent();
    byte[] bytes = JsonWriter.write(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(failed ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(
          parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private synchronized MapNode answer(
      String method, String path, Map<String, String> query, String body) {
    return switch (method) {
      case "POST" -> stored(path + "/" + name(read(body)), read(body), query);
      case "PUT" -> stored(path, read(body), query);
      case "PATCH" -> stored(path, patched(path, read(body)), query);
      case "DELETE" -> objects.containsKey(path) ? objects.remove(path) : missing();
      default -> objects.containsKey(path) ? objects.get(path) : list(path, query);
    };
  }

  private MapNode stored(String path, MapNode object, Map<String, String> query) {
    MapNode named = named(object);
    if (!query.containsKey("dryRun")) {
      objects.put(path, named);
    }
    return named;
  }

  /** What a patch of metadata changes is merged; anything else is an apply, and the object. */
  private MapNode patched(String path, MapNode patch) {
    MapNode known = objects.getOrDefault(path, MapNode.EMPTY);
    MapNode merged = known;
    for (Map.Entry<String, Node> entry : patch.entries().entrySet()) {
      merged = merged.with(entry.getKey(), entry.getValue());
    }
    return merged;
  }

  /** With what a server adds. */
  private MapNode named(MapNode object) {
    long number = version.incrementAndGet();
    return object.with(
        "metadata",
        object
            .map("metadata")
            .with("uid", Node.of("00000000-0000-0000-0000-%012d".formatted(number)))
            .with("resourceVersion", Node.of(Long.toString(number)))
            .with("generation", NumberNode.of(1))
            .with("creationTimestamp", Node.of(TIME)));
  }

  private MapNode list(String path, Map<String, String> query) {
    String[] parts = path.split("/");
    String resource = parts[parts.length - 1];
    for (String served : KINDS) {
      if (served.endsWith(" " + resource) || served.endsWith(" " + resource + "*")) {
        return list(served.split(" "), resource, path, query.getOrDefault("labelSelector", ""));
      }
    }
    return missing();
  }

  private MapNode list(String[] served, String resource, String path, String labels) {
    boolean everywhere = !path.contains("/namespaces/");
    String start = everywhere ? path.substring(0, path.length() - resource.length()) : path + "/";
    List<Node> items = new ArrayList<>();
    objects.forEach((key, object) -> {
      boolean here = everywhere ? key.contains("/" + resource + "/") : key.startsWith(start);
      if (here && carries(object, labels)) {
        items.add(object);
      }
    });
    return map(
        "apiVersion",
        served[0],
        "kind",
        served[1] + "List",
        "metadata",
        map("resourceVersion", Long.toString(version.get())),
        "items",
        items);
  }

  private static boolean carries(MapNode object, String selector) {
    MapNode labels = object.map("metadata").map("labels");
    for (String wanted : selector.isEmpty() ? new String[0] : selector.split(",")) {
      String[] parts = wanted.split("=");
      if (parts.length == 2 && !labels.text(parts[0]).filter(parts[1]::equals).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static MapNode discovery(String path) {
    return switch (path) {
      case "/version" ->
          map("major", "1", "minor", "36", "gitVersion", "v1.36.0", "platform", "linux/amd64");
      case "/api" -> map("kind", "APIVersions", "versions", List.of("v1"));
      case "/apis" -> map("kind", "APIGroupList", "apiVersion", "v1", "groups", groups());
      default -> path.startsWith("/api") ? resources(path) : missing();
    };
  }

  private static List<MapNode> groups() {
    Map<String, MapNode> groups = new LinkedHashMap<>();
    for (String served : KINDS) {
      String api = served.split(" ")[0];
      if (api.contains("/")) {
        String group = api.split("/")[0];
        MapNode one = map("groupVersion", api, "version", api.split("/")[1]);
        groups.put(group, map("name", group, "versions", List.of(one), "preferredVersion", one));
      }
    }
    return List.copyOf(groups.values());
  }

  /** The resources of a group; null where the path is none's. */
  private static MapNode resources(String path) {
    String api = path.replaceFirst("^/apis?/", "");
    List<MapNode> resources = new ArrayList<>();
    for (String served : KINDS) {
      String[] words = served.split(" ");
      if (words[0].equals(api)) {
        String name = words[2].replace("*", "");
        resources.add(
            map(
                "name",
                name,
                "kind",
                words[1],
                "namespaced",
                !words[2].endsWith("*"),
                "verbs",
                List.of("create", "delete", "get", "list", "patch", "update", "watch")));
      }
    }
    return resources.isEmpty()
        ? null
        : map("kind", "APIResourceList", "groupVersion", api, "resources", resources);
  }

  private static MapNode missing() {
    return map(
        "kind",
        "Status",
        "apiVersion",
        "v1",
        "status",
        "Failure",
        "reason",
        "NotFound",
        "message",
        "not found",
        "code",
        404);
  }

  private static String name(MapNode object) {
    return object.map("metadata").text("name").orElseThrow();
  }

  private static MapNode read(String body) {
    Source source = new Source("request", body);
    Node node = body.startsWith("{") ? JsonReader.read(source) : YamlReader.read(source);
    return (MapNode) node;
  }

  private static MapNode map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return (MapNode) Node.of(map);
  }
}
