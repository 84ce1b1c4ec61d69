package dev.pannier.kubernetes.release;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the objects of records page by page. A record may have a kilobyte or a megabyte: the first
 * page is short, and the next ones are as long as what was seen so far lets expect of so many
 * records.
 */
final class RecordPages {

  /** What a server says when it has forgotten the state that earlier pages were of. */
  private static final int GONE = 410;

  private static final int FIRST_PAGE = 100;

  /** How many characters a page is to have. */
  private static final int PAGE_SIZE = 16 << 20;

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
   */
  record Query(String namespace, String selector) {}

  /** How far reading has come. */
  private static final class Progress {
    private long objects;
    private long characters;
    private String next = "";

    /** Objects in the next page. */
    long limit() {
      return objects == 0 ? FIRST_PAGE : Math.max(1, PAGE_SIZE / Math.max(1, characters / objects));
    }
  }

  /**
   * Makes something of each object.
   *
   * @param begin called before the first page, and again when reading has to begin anew
   */
  void read(Query query, Runnable begin, Consumer<MapNode> consumer) {
    Progress progress = new Progress();
    begin.run();
    do {
      ApiResponse response = server.send(page(query, progress));
      if (response.status() == GONE && !progress.next.isEmpty()) {
        progress = new Progress();
        begin.run();
      } else if (response.isOk()) {
        take(response, progress, consumer);
      } else {
        throw server.refusal(aim(query), response);
      }
    } while (progress.characters == 0 || !progress.next.isEmpty());
  }

  private ApiRequest page(Query query, Progress progress) {
    ApiRequest request =
        ApiRequest.get(kind.collection(query.namespace()))
            .with("labelSelector", query.selector())
            .with("limit", Long.toString(progress.limit()));
    return progress.next.isEmpty() ? request : request.with("continue", progress.next);
  }

  private static void take(ApiResponse response, Progress progress, Consumer<MapNode> consumer) {
    MapNode list =
        ItemReader.read(
            response.text(),
            object -> {
              progress.objects++;
              consumer.accept(object);
            });
    progress.characters += response.text().length();
    progress.next = list.map("metadata").text("continue").orElse("");
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
