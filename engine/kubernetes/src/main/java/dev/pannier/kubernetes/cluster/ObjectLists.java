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

  private static final int WHOLE = 0;
  private static final int ATTEMPTS = 3;
  private static final int GONE = 410;
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
   * All that is selected. A server forgets where a page ended after some minutes: then all is asked
   * for again, the last time in one piece.
   */
  Listed all(Selection selection) {
    for (int attempt = 1; ; attempt++) {
      Listed listed = pages(selection, attempt < ATTEMPTS ? PAGE : WHOLE);
      boolean expired = listed.refusal().filter(each -> each.status() == GONE).isPresent();
      if (!expired || attempt == ATTEMPTS) {
        return listed;
      }
    }
  }

  private Listed pages(Selection selection, int limit) {
    List<MapNode> items = new ArrayList<>();
    String next = "";
    do {
      ApiResponse response = server.send(page(selection.request(), limit, next));
      if (!response.isOk()) {
        return new Listed(List.of(), "", Optional.of(response));
      }
      MapNode list = response.object();
      addItems(selection.kind(), list, items);
      MapNode metadata = list.map("metadata");
      next = metadata.text("continue").orElse("");
      if (next.isEmpty()) {
        return new Listed(items, metadata.text("resourceVersion").orElse(""), Optional.empty());
      }
    } while (true);
  }

  /** A page of metadata: what is there, and where the next page begins; empty for no more. */
  record Names(List<String> names, String next) {}

  /** The names of what is selected, a page of them; nothing where they are not told. */
  Optional<Names> names(Selection selection, String next) {
    ApiResponse response = server.send(page(selection.request(), PAGE, next).accepting(NAMES_ONLY));
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

  private static ApiRequest page(ApiRequest request, int limit, String next) {
    ApiRequest limited = limit == WHOLE ? request : request.with("limit", Integer.toString(limit));
    return next.isEmpty() ? limited : limited.with("continue", next);
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
