package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** What a pod would tell of itself: logs and events. */
final class PodStory {

  private PodStory() {}

  /** The tag of an image; empty where it has none. */
  static String tag(String image) {
    String plain = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = plain.lastIndexOf(':');
    return colon > plain.lastIndexOf('/') ? plain.substring(colon + 1) : "";
  }

  /** How often containers of a pod were restarted. */
  static int restarts(MapNode pod) {
    int restarts = 0;
    for (MapNode container : Tree.maps(pod.map("status"), "containerStatuses")) {
      restarts += Tree.count(container, "restartCount", 0);
    }
    return restarts;
  }

  static List<String> logs(MapNode pod, String container) {
    for (String part : List.of("initContainers", "containers")) {
      for (MapNode each : Tree.maps(pod.map("spec"), part)) {
        if (each.text("name").filter(container::equals).isPresent()) {
          return logs(each.text("image").orElse(""));
        }
      }
    }
    return List.of();
  }

  private static List<String> logs(String image) {
    String tag = tag(image);
    if (tag.contains("missing")) {
      return List.of();
    }
    return tag.contains("crash")
        ? List.of("starting " + image, "fatal: the tag `" + tag + "` tells this image to crash")
        : List.of("starting " + image, "ready");
  }

  static List<String> events(MapNode object) {
    List<String> events = new ArrayList<>();
    for (String part : List.of("initContainerStatuses", "containerStatuses")) {
      for (MapNode container : Tree.maps(object.map("status"), part)) {
        MapNode waiting = container.map("state").map("waiting");
        String message = waiting.text("message").orElse("");
        if (!message.isEmpty()) {
          events.add(
              "BackOff: " + message + " (container " + container.text("name").orElse("") + ")");
        }
      }
    }
    return events;
  }
}
