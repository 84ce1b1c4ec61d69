package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.time.Duration;

/**
 * Keeps objects up to date: a list, then a watch from the list's version on; when that breaks off,
 * another from where it was; when the server has forgotten that version, a list again. Who may list
 * but not watch gets a list every few seconds.
 */
final class Watch implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** After how long a server is to end a watch, so that what it forgot to end ends. */
  private static final String SECONDS = "300";

  /** Servers send a bookmark about every minute. */
  private static final Duration QUIET = Duration.ofSeconds(100);

  private final ApiServer server;
  private final ObjectLists lists;
  private final Selection selection;
  private final WatchedObjects objects;
  private final Pause pause;
  private final Thread thread;
  private volatile String version = "";
  private volatile boolean expired;
  private volatile boolean told;
  private volatile boolean closed;

  Watch(ApiServer server, ObjectLists lists, Selection selection, Signal signal, Pause pause) {
    this.server = server;
    this.lists = lists;
    this.selection = selection;
    this.objects = new WatchedObjects(signal);
    this.pause = pause;
    this.thread = Thread.ofVirtual().name("watch " + selection).unstarted(this::run);
  }

  WatchedObjects objects() {
    return objects;
  }

  /** Looks for the first time; returns whether that is allowed. */
  boolean look() {
    ObjectLists.Listed listed = lists.all(selection);
    if (listed.refusal().filter(each -> each.status() == 403).isPresent()) {
      return false;
    }
    take(listed);
    return true;
  }

  /** Goes on looking, on a thread of its own. */
  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void take(ObjectLists.Listed listed) {
    ApiResponse refusal = listed.refusal().orElse(null);
    if (refusal != null && refusal.status() != 404) {
      throw server.refusal("list " + selection, refusal);
    }
    version = listed.version();
    expired = version.isEmpty();
    objects.replace(listed.items());
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    try {
      while (!closed) {
        wait = hasLooked() && watched() ? FIRST_WAIT : longer(wait);
        if (!wait.equals(FIRST_WAIT)) {
          pause.pause(wait);
        }
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  private static Duration longer(Duration wait) {
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  /**
   * Lists again where what is known is too old. The request is patient: where it fails, the server
   * has been out of reach for long, and whoever looks must know.
   */
  private boolean hasLooked() {
    if (!expired) {
      return true;
    }
    try {
      take(lists.all(selection));
      return !expired;
    } catch (ChartException e) {
      if (!closed) {
        objects.failed(e);
      }
      return false;
    }
  }

  /** Watches until that ends; returns whether it is worth going on at once. */
  private boolean watched() throws InterruptedException {
    told = false;
    ApiResponse response;
    try {
      response = server.stream(request(), this::take, QUIET);
    } catch (ChartException _) {
      // whether it is out of reach for long shows when it is asked for a list
      expired = true;
      return false;
    }
    return switch (response.status()) {
      case 200 -> told;
      case 403, 405 -> {
        // allowed to look, but not to be told
        pause.pause(POLL);
        expired = true;
        yield true;
      }
      default -> {
        expired = true;
        yield false;
      }
    };
  }

  private ApiRequest request() {
    return selection
        .request()
        .with("watch", "true")
        .with("allowWatchBookmarks", "true")
        .with("resourceVersion", version)
        .with("timeoutSeconds", SECONDS);
  }

  private void take(String line) {
    if (line.isBlank()) {
      return;
    }
    Node node;
    try {
      node = JsonReader.read(new Source("", line));
    } catch (ChartException _) {
      // cut off in the middle
      expired = true;
      return;
    }
    if (node instanceof MapNode event) {
      take(event.text("type").orElse(""), event.map("object"));
    }
  }

  private void take(String type, MapNode object) {
    switch (type) {
      case "ADDED", "MODIFIED" -> objects.put(object);
      case "DELETED" -> objects.remove(object);
      case "BOOKMARK" -> {}
      default -> {
        // an error: mostly that the version is too old, and never one to go on from
        expired = true;
        return;
      }
    }
    told = true;
    object.map("metadata").text("resourceVersion").ifPresent(text -> version = text);
  }
}
