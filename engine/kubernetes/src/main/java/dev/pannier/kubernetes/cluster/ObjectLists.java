package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists, page by page, so that neither side holds more than a page of text at once. */
final class ObjectLists {

  /** As kubectl has it. */
  private static final int PAGE = 500;

  private static final int ATTEMPTS = 3;
  private static final String NAMES_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

  private final ApiServer server;

  ObjectLists(ApiServer server) {
    this.server = server;
  }

  /**
   * What a list holds.
   *
   * @param version from which on a watch goes on
   * @param refusal why there is none
   */
  record Listed(List<MapNode> items, String version, Optional<ApiResponse> refusal) {}

  /**
   * All objects of a kind.
   *
   * @param selector of labels; empty for all
   */
  Listed all(ServedKind kind, String namespace, String selector) {
    for (int attempt = 1; ; attempt++) {
      Listed listed = pages(kind, namespace, selector, attempt < ATTEMPTS ? PAGE : 0);
      boolean expired = listed.refusal().isPresent() && listed.refusal().get().status() == 410;
      if (!expired || attempt == ATTEMPTS) {
        return listed;
      }
    }
  }

  private Listed pages(ServedKind kind, String namespace, String selector, int limit) {
    List<MapNode> items = new ArrayList<>();
    String next = "";
    while (true) {
      ApiResponse response = server.send(request(kind, namespace, selector, limit, next));
      if (!response.isOk()) {
        return new Listed(List.of(), "", Optional.of(response));
      }
      MapNode list = response.object();
      addItems(kind, list, items);
      MapNode metadata = list.map("metadata");
      next = metadata.text("continue").orElse("");
      if (next.isEmpty()) {
        return new Listed(items, metadata.text("resourceVersion").orElse(""), Optional.empty());
      }
    }
  }

  /** A page of metadata: what is there, and where the next page begins. */
  record Names(List<String> names, String next) {}

  /** The names of objects of a kind, a page of them. */
  Optional<Names> names(ServedKind kind, String namespace, String selector, String page) {
    ApiResponse response =
        server.send(request(kind, namespace, selector, PAGE, page).accepting(NAMES_ONLY));
    if (!response.isOk()) {
      return Optional.empty();
    }
    MapNode list = response.object();
    List<String> names = new ArrayList<>();
    for (Node item : list.list("items")) {
      if (item instanceof MapNode object) {
        object.map("metadata").text("name").ifPresent(names::add);
      }
    }
    return Optional.of(new Names(names, list.map("metadata").text("continue").orElse("")));
  }

  private static ApiRequest request(
      ServedKind kind, String namespace, String selector, int limit, String next) {
    ApiRequest request = ApiRequest.get(kind.collection(namespace));
    if (!selector.isEmpty()) {
      request = request.with("labelSelector", selector);
    }
    if (limit > 0) {
      request = request.with("limit", Integer.toString(limit));
    }
    return next.isEmpty() ? request : request.with("continue", next);
  }

  /** Items of a list do not say what they are; whoever reads them one by one needs it. */
  private static void addItems(ServedKind kind, MapNode list, List<MapNode> items) {
    for (Node item : list.list("items")) {
      if (item instanceof MapNode object) {
        items.add(
            object
                .with("apiVersion", TextNode.of(kind.apiVersion()))
                .with("kind", TextNode.of(kind.kind())));
      }
    }
  }
}
