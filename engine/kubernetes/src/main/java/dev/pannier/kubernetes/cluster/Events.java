package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.kubernetes.api.ApiPath;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a cluster reported about objects. That it cannot be had is no reason to fail. */
final class Events {

  private final ApiServer server;

  Events(ApiServer server) {
    this.server = server;
  }

  /** About an object, oldest first, with how often. */
  List<String> of(ResourceId id) {
    String selector = "involvedObject.kind=" + id.kind() + ",involvedObject.name=" + id.name();
    ApiResponse response =
        server.send(
            ApiRequest.get(ApiPath.collection("v1", namespace(id), "events"))
                .once()
                .with("fieldSelector", selector));
    List<MapNode> events = new ArrayList<>();
    for (Node item : response.isOk() ? response.object().list("items") : List.<Node>of()) {
      if (item instanceof MapNode event) {
        events.add(event);
      }
    }
    return lines(events);
  }

  /** Where events about an object are: those about what lives in no namespace are in this one. */
  static String namespace(ResourceId id) {
    return id.namespace().isEmpty() ? "default" : id.namespace();
  }

  static boolean isAbout(MapNode event, ResourceId id) {
    MapNode object = event.map("involvedObject");
    return object.text("kind").orElse("").equals(id.kind())
        && object.text("name").orElse("").equals(id.name());
  }

  /** Events as lines: {@code BackOff: Back-off pulling image "web" (3 times)}. */
  static List<String> lines(List<MapNode> events) {
    List<MapNode> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(Events::time));
    return sorted.stream().map(Events::line).toList();
  }

  private static String time(MapNode event) {
    return event
        .map("series")
        .text("lastObservedTime")
        .or(() -> event.text("lastTimestamp"))
        .or(() -> event.text("eventTime"))
        .or(() -> event.text("firstTimestamp"))
        .orElse("");
  }

  private static String line(MapNode event) {
    String line = event.text("reason").orElse("") + ": " + event.text("message").orElse("").strip();
    Node series = event.map("series").get("count");
    Node count = series == null ? event.get("count") : series;
    return count instanceof NumberNode number && number.integer().longValue() > 1
        ? line + " (" + number.text() + " times)"
        : line;
  }
}
