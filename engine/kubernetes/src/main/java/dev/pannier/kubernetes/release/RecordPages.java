package dev.pannier.kubernetes.release;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the objects of records page by page. */
final class RecordPages {

  /** What a server says when it has forgotten the state that earlier pages were of. */
  private static final int GONE = 410;

  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

  private final ApiServer server;
  private final RecordKind kind;

  RecordPages(ApiServer server, RecordKind kind) {
    this.server = server;
    this.kind = kind;
  }

  /**
   * What to read.
   *
   * @param namespace empty for all
   * @param selector of labels
   * @param limit objects in a page
   */
  record Query(String namespace, String selector, int limit) {}

  /**
   * Makes something of each object.
   *
   * @param begin called before the first page, and again when reading has to begin anew
   */
  void read(Query query, Runnable begin, Consumer<MapNode> consumer) {
    ApiRequest first =
        ApiRequest.get(kind.collection(query.namespace()))
            .with("labelSelector", query.selector())
            .with("limit", Integer.toString(query.limit()));
    begin.run();
    Optional<String> next = page(first, query, consumer);
    while (next.isPresent()) {
      if (next.get().isEmpty()) {
        begin.run();
        next = page(first, query, consumer);
      } else {
        next = page(first.with("continue", next.get()), query, consumer);
      }
    }
  }

  /** How to go on: with a token, from the start where that is empty, or not at all. */
  private Optional<String> page(ApiRequest request, Query query, Consumer<MapNode> consumer) {
    ApiResponse response = server.send(request);
    if (response.status() == GONE) {
      return Optional.of("");
    }
    if (!response.isOk()) {
      throw server.refusal(aim(query), response);
    }
    try {
      MapNode list = ItemReader.read(new StringReader(response.text()), consumer);
      return list.map("metadata").text("continue");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names and labels of objects, without what is in them. */
  List<MapNode> metadata(Query query) {
    ApiRequest request =
        ApiRequest.get(kind.collection(query.namespace()))
            .with("labelSelector", query.selector())
            .accepting(METADATA_ONLY);
    ApiResponse response = server.send(request);
    if (!response.isOk()) {
      throw server.refusal(aim(query), response);
    }
    List<MapNode> objects = new ArrayList<>();
    response.object().list("items").forEach(item -> objects.add((MapNode) item));
    return objects;
  }

  private String aim(Query query) {
    String where =
        query.namespace().isEmpty() ? "all namespaces" : "namespace `" + query.namespace() + "`";
    return "list " + kind.plural() + " in " + where + ", where releases are recorded";
  }
}
