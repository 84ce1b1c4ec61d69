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
    String namespace = id.namespace().isEmpty() ? "default" : id.namespace();
    ApiResponse response =
        server.send(
            ApiRequest.get(ApiPath.collection("v1", namespace, "events"))
                .with(
                    "fieldSelector",
                    "involvedObject.kind=" + id.kind() + ",involvedObject.name=" + id.name()));
    if (!response.isOk()) {
      return List.of();
    }
    return lines(response.object().list("items"));
  }

  static List<String> lines(Iterable<Node> items) {
    List<MapNode> events = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof MapNode event) {
        events.add(event);
      }
    }
    events.sort(Comparator.comparing(Events::time));
    return events.stream().map(Events::line).toList();
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
