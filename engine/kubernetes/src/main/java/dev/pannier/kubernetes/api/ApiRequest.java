package dev.pannier.kubernetes.api;

import dev.pannier.engine.yaml.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to an API server.
 *
 * @param method how it is asked
 * @param path as {@link ApiPath} makes it
 * @param query parameters behind the path, not yet encoded
 * @param accept what the answer may be written in
 * @param contentType what the body is
 * @param body sent as JSON; none for most
 * @param patient whether a server that has difficulties is asked again: not for what one can do
 *     without
 */
public record ApiRequest(
    Method method,
    String path,
    Map<String, String> query,
    String accept,
    ContentType contentType,
    @Nullable Node body,
    boolean patient) {

  private static final String JSON = "application/json";

  public ApiRequest {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** How it is asked. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What a body is. */
  public enum ContentType {
    JSON("application/json"),
    /** Server-side apply; JSON is YAML. */
    APPLY_PATCH("application/apply-patch+yaml"),
    MERGE_PATCH("application/merge-patch+json"),
    JSON_PATCH("application/json-patch+json");

    final String header;

    ContentType(String header) {
      this.header = header;
    }
  }

  /** Reads an object or a list. */
  public static ApiRequest get(String path) {
    return new ApiRequest(Method.GET, path, Map.of(), JSON, ContentType.JSON, null, true);
  }

  /** Makes an object in a collection. */
  public static ApiRequest post(String path, Node body) {
    return new ApiRequest(Method.POST, path, Map.of(), JSON, ContentType.JSON, body, true);
  }

  /** Replaces an object; with its {@code resourceVersion} only if nobody did before. */
  public static ApiRequest put(String path, Node body) {
    return new ApiRequest(Method.PUT, path, Map.of(), JSON, ContentType.JSON, body, true);
  }

  /** Changes an object in one of the ways that an API server knows. */
  public static ApiRequest patch(String path, ContentType type, Node body) {
    return new ApiRequest(Method.PATCH, path, Map.of(), JSON, type, body, true);
  }

  /**
   * Deletes an object.
   *
   * @param options {@code DeleteOptions}: preconditions, propagation
   */
  public static ApiRequest delete(String path, Node options) {
    return new ApiRequest(Method.DELETE, path, Map.of(), JSON, ContentType.JSON, options, true);
  }

  /** The same with a parameter behind the path. */
  public ApiRequest with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(parameter, value);
    return new ApiRequest(method, path, more, accept, contentType, body, patient);
  }

  /** The same, for an answer in another form. */
  public ApiRequest accepting(String types) {
    return new ApiRequest(method, path, query, types, contentType, body, patient);
  }

  /** The same, asked once: for what one can do without. */
  public ApiRequest once() {
    return new ApiRequest(method, path, query, accept, contentType, body, false);
  }

  /** Method and path; never the body, which may be a Secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
