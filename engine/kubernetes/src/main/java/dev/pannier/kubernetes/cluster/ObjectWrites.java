package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ApplyMode;
import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.ApplyResult.Outcome;
import dev.pannier.engine.deploy.Cluster.Propagation;
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

/** Applies and deletes objects. */
final class ObjectWrites {

  private final ApiServer server;
  private final Discovery discovery;
  private final LastSeen lastSeen;

  ObjectWrites(ApiServer server, Discovery discovery, LastSeen lastSeen) {
    this.server = server;
    this.discovery = discovery;
    this.lastSeen = lastSeen;
  }

  ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    Optional<ServedKind> kind = discovery.find(id.apiVersion(), id.kind());
    if (kind.isEmpty()) {
      return Refusals.noKind(id);
    }
    String path = kind.get().object(id.namespace(), id.name());
    if (!lastSeen.knows(id)) {
      look(id, path);
    }
    Optional<MapNode> before = lastSeen.of(id);
    ApiResponse response = server.send(request(path, object, mode));
    if (response.isOk()) {
      MapNode after = response.object();
      Outcome outcome = outcome(id, path, before, response, after, mode);
      if (!mode.dryRun()) {
        lastSeen.saw(id, after);
      }
      return new ApplyResult.Applied(after, outcome);
    }
    return refused(id, path, object, response);
  }

  private static ApiRequest request(String path, MapNode object, ApplyMode mode) {
    ApiRequest request =
        ApiRequest.patch(path, ContentType.APPLY_PATCH, withoutManagedFields(object))
            .with("fieldManager", mode.manager())
            .with("force", Boolean.toString(mode.force()))
            .with("fieldValidation", "Strict");
    return mode.dryRun() ? request.with("dryRun", "All") : request;
  }

  /** A server refuses an object that brings its own. */
  private static MapNode withoutManagedFields(MapNode object) {
    MapNode metadata = object.map("metadata");
    return metadata.has("managedFields")
        ? object.with("metadata", metadata.without("managedFields"))
        : object;
  }

  private void look(ResourceId id, String path) {
    ApiResponse response = server.send(ApiRequest.get(path));
    lastSeen.saw(id, response.isOk() ? response.object() : null);
  }

  /**
   * What applying did. The server tells only whether it made the object; that it changed nothing
   * shows in the version, unless a controller wrote in between. A dry run never changes the
   * version. So the contents are compared then.
   */
  private Outcome outcome(
      ResourceId id,
      String path,
      Optional<MapNode> before,
      ApiResponse response,
      MapNode after,
      ApplyMode mode) {
    if (response.status() == 201 || (before.isEmpty() && response.repeated())) {
      return Outcome.CREATED;
    }
    if (before.isEmpty()) {
      return Outcome.CONFIGURED;
    }
    MapNode compared = before.get();
    boolean sameVersion = version(compared).equals(version(after));
    if (!mode.dryRun() && sameVersion) {
      return Outcome.UNCHANGED;
    }
    if (mode.dryRun() && !sameVersion) {
      look(id, path);
      compared = lastSeen.of(id).orElse(compared);
    }
    return Contents.areSame(compared, after) ? Outcome.UNCHANGED : Outcome.CONFIGURED;
  }

  private static String version(MapNode object) {
    return object.map("metadata").text("resourceVersion").orElse("");
  }

  private ApplyResult refused(ResourceId id, String path, MapNode object, ApiResponse response) {
    lastSeen.forget(id);
    MapNode status = response.object();
    if (Conflicts.isConflict(status)) {
      ApiResponse live = server.send(ApiRequest.get(path));
      return new ApplyResult.Conflicted(Conflicts.read(status, object, live.object()));
    }
    List<ApplyResult.Refusal> refusals = Refusals.read(id, response);
    if (!refusals.isEmpty() && refusals.getFirst().cause() == ApplyResult.Cause.NO_KIND) {
      discovery.refreshed(id.apiVersion());
    }
    if (refusals.isEmpty()) {
      throw server.refusal("apply `" + id + "`", response);
    }
    return new ApplyResult.Refused(refusals);
  }

  boolean delete(ResourceId id, String uid, Propagation propagation) {
    Optional<ServedKind> kind = discovery.find(id.apiVersion(), id.kind());
    if (kind.isEmpty()) {
      return false;
    }
    lastSeen.forget(id);
    Node options =
        Node.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "DeleteOptions",
                "propagationPolicy",
                policy(propagation),
                "preconditions",
                Map.of("uid", uid)));
    ApiResponse response =
        server.send(ApiRequest.delete(kind.get().object(id.namespace(), id.name()), options));
    return switch (response.status()) {
      case 404, 409 -> response.repeated() && response.status() == 404;
      default -> {
        if (!response.isOk()) {
          throw server.refusal("delete `" + id + "`", response);
        }
        yield true;
      }
    };
  }

  private static String policy(Propagation propagation) {
    return switch (propagation) {
      case BACKGROUND -> "Background";
      case FOREGROUND -> "Foreground";
      case ORPHAN -> "Orphan";
    };
  }
}
