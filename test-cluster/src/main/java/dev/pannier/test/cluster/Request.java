package dev.pannier.test.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a client asked an API server, in the words of Kubernetes.
 *
 * @param number 1 for the first that the proxy got
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code
 *     patch}, {@code apply} (server-side), {@code delete}, {@code deletecollection}
 * @param resource its plural, {@code pods}, with what is below it: {@code pods/log}; empty where
 *     the path leads to no resource, as that of discovery
 * @param namespace empty where none is named
 * @param name empty where none is named
 * @param dryRun whether it asked for an answer without an effect
 * @param target the path and its query, as asked
 */
public record Request(
    int number,
    String verb,
    String resource,
    String namespace,
    String name,
    boolean dryRun,
    String target) {

  private static final List<String> READS = List.of("get", "list", "watch");

  /** Whether the server may be another one after it. */
  public boolean writes() {
    return !dryRun && !READS.contains(verb);
  }

  static Request of(int number, String method, String target, String contentType) {
    int mark = target.indexOf('?');
    String query = mark < 0 ? "&" : "&" + target.substring(mark + 1) + "&";
    List<String> path = path(mark < 0 ? target : target.substring(0, mark));
    String namespace = "";
    if (path.size() > 2 && path.getFirst().equals("namespaces")) {
      namespace = path.get(1);
      path = path.subList(2, path.size());
    }
    String resource = path.isEmpty() ? "" : path.getFirst();
    String name = path.size() > 1 ? path.get(1) : "";
    String below = path.size() > 2 ? "/" + path.get(2) : "";
    boolean watches = query.contains("&watch=true&") || query.contains("&watch=1&");
    return new Request(
        number,
        verb(method, contentType, !resource.isEmpty() && name.isEmpty(), watches),
        resource + below,
        namespace,
        name,
        query.contains("&dryRun=All&"),
        target);
  }

  /** The parts of a path behind its API's version; none where it does not go there. */
  private static List<String> path(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    parts.removeIf(String::isEmpty);
    int skip = parts.isEmpty() ? 0 : parts.getFirst().equals("api") ? 2 : 3;
    boolean leads =
        !parts.isEmpty() && (parts.getFirst().equals("api") || parts.getFirst().equals("apis"));
    return leads && parts.size() > skip ? parts.subList(skip, parts.size()) : List.of();
  }

  private static String verb(String method, String contentType, boolean all, boolean watches) {
    return switch (method) {
      case "GET" -> watches ? "watch" : all ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> contentType.contains("apply-patch") ? "apply" : "patch";
      case "DELETE" -> all ? "deletecollection" : "delete";
      default -> method.toLowerCase(Locale.ROOT);
    };
  }

  /** {@code 12 apply deployments shop/web}. */
  @Override
  public String toString() {
    String what = resource.isEmpty() ? target : resource + " " + (namespace + "/" + name);
    return number + " " + verb + (dryRun ? " (dry run) " : " ") + what;
  }
}
