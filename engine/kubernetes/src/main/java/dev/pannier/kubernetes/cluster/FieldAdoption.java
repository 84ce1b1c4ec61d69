package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiRequest.ContentType;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes who holds fields, by a patch of {@code managedFields} that is refused when anybody wrote
 * since the object was read.
 */
final class FieldAdoption {
  /** Controllers write all the time; who is overtaken reads again. */
  private static final int ATTEMPTS = 10;

  private final ApiServer server;
  private final Discovery discovery;
  private final LastSeen lastSeen;

  FieldAdoption(ApiServer server, Discovery discovery, LastSeen lastSeen) {
    this.server = server;
    this.discovery = discovery;
    this.lastSeen = lastSeen;
  }

  boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    Optional<ServedKind> kind = discovery.find(id.apiVersion(), id.kind());
    if (kind.isEmpty()) {
      return false;
    }
    String path = kind.get().object(id.namespace(), id.name());
    MapNode object = live;
    for (int attempt = 1; ; attempt++) {
      List<Node> entries = object.map("metadata").list("managedFields").items();
      List<Node> adopted = FieldSet.adopted(entries, managers, into);
      if (adopted.equals(entries)) {
        return false;
      }
      ApiResponse response =
          server.send(ApiRequest.patch(path, ContentType.JSON_PATCH, patch(object, adopted)));
      if (response.isOk()) {
        lastSeen.saw(id, response.object());
        return true;
      }
      if (response.status() == 404) {
        return false;
      }
      if (response.status() != 409 || attempt == ATTEMPTS) {
        throw server.refusal("take over the fields of `" + id + "`", response);
      }
      object = server.send(ApiRequest.get(path)).object();
    }
  }

  private static Node patch(MapNode object, List<Node> entries) {
    String version = object.map("metadata").text("resourceVersion").orElse("");
    return Node.of(
        List.of(
            Map.of("op", "replace", "path", "/metadata/managedFields", "value", Node.of(entries)),
            Map.of("op", "replace", "path", "/metadata/resourceVersion", "value", version)));
  }
}
