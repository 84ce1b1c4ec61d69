package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads and writes single objects, whatever happens to answers on their way: where it is not known
 * whether a write took effect, a look at the object decides.
 */
final class StoredObjects {

  private static final int TRIES = 3;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERRORS = 500;

  private final ApiServer server;

  StoredObjects(ApiServer server) {
    this.server = server;
  }

  /**
   * A write.
   *
   * @param path of the object
   * @param isOurs whether an object is what this write makes
   * @param aim what is tried, for messages
   */
  record Write(ApiRequest request, String path, Predicate<MapNode> isOurs, String aim) {}

  /** An object; empty where it, or its namespace, is not there. */
  Optional<MapNode> get(String path, String aim) {
    ApiResponse response = server.send(ApiRequest.get(path));
    if (response.isOk()) {
      return Optional.of(response.object());
    }
    if (response.status() == NOT_FOUND) {
      return Optional.empty();
    }
    throw server.refusal(aim, response);
  }

  /**
   * Makes an object.
   *
   * @return it, as stored; empty when another one is there
   */
  Optional<MapNode> create(Write write) {
    return perform(write, Optional::isEmpty);
  }

  /**
   * Replaces an object that still has a version.
   *
   * @return it, as stored; empty when it has another version meanwhile, or is gone
   */
  Optional<MapNode> replace(Write write, String version) {
    return perform(
        write, there -> there.filter(object -> version(object).equals(version)).isPresent());
  }

  private Optional<MapNode> perform(Write write, Predicate<Optional<MapNode>> isUndone) {
    for (int tries = 1; ; tries++) {
      Attempt attempt = attempt(write);
      if (attempt instanceof Attempt.Done(MapNode object)) {
        return Optional.of(object);
      }
      Optional<MapNode> there = get(write.path(), write.aim());
      if (there.filter(write.isOurs()).isPresent()) {
        return there;
      }
      if (!(attempt instanceof Attempt.Unsure(ChartException failure)) || !isUndone.test(there)) {
        return Optional.empty();
      }
      if (tries == TRIES) {
        throw failure;
      }
    }
  }

  /** What came of one attempt to write. */
  private sealed interface Attempt {
    record Done(MapNode object) implements Attempt {}

    /** The object was not as it must be; perhaps by an earlier attempt of this very write. */
    record Refused() implements Attempt {}

    record Unsure(ChartException failure) implements Attempt {}
  }

  private Attempt attempt(Write write) {
    ApiResponse response;
    try {
      response = server.send(write.request());
    } catch (ChartException e) {
      return new Attempt.Unsure(e);
    }
    if (response.isOk()) {
      return new Attempt.Done(response.object());
    }
    if (response.status() == CONFLICT
        || response.status() == NOT_FOUND && isAbout(response, write.path())) {
      return new Attempt.Refused();
    }
    ChartException failure =
        MissingNamespace.of(response).orElseGet(() -> server.refusal(write.aim(), response));
    if (response.status() >= SERVER_ERRORS) {
      return new Attempt.Unsure(failure);
    }
    throw failure;
  }

  /** Whether what is missing is the object itself, and not its namespace. */
  private static boolean isAbout(ApiResponse response, String path) {
    String name = response.object().map("details").text("name").orElse("");
    return path.endsWith("/" + name);
  }

  /**
   * Deletes an object.
   *
   * @param version which it must have; empty for any
   * @return whether it is gone: not when it has another version
   */
  boolean delete(String path, String version, String aim) {
    Map<String, Object> precondition =
        version.isEmpty() ? Map.of() : Map.of("preconditions", Map.of("resourceVersion", version));
    ApiRequest request = ApiRequest.delete(path, Node.of(precondition));
    for (int tries = 1; ; tries++) {
      Optional<ApiResponse> answer = answer(request, tries == TRIES);
      if (answer.isEmpty()) {
        continue;
      }
      ApiResponse response = answer.get();
      if (response.isOk() || response.status() == NOT_FOUND) {
        return true;
      }
      if (response.status() == CONFLICT) {
        return false;
      }
      if (response.status() < SERVER_ERRORS || tries == TRIES) {
        throw server.refusal(aim, response);
      }
    }
  }

  private Optional<ApiResponse> answer(ApiRequest request, boolean last) {
    try {
      return Optional.of(server.send(request));
    } catch (ChartException e) {
      if (last) {
        throw e;
      }
      return Optional.empty();
    }
  }

  static String version(MapNode object) {
    return object.map("metadata").text("resourceVersion").orElse("");
  }
}
