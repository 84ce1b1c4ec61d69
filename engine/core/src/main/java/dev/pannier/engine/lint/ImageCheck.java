package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import java.util.Optional;

/** Which image runs: the same everywhere and after each restart, or whatever is newest then. */
final class ImageCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      for (MapNode container : workload.allContainers()) {
        Optional<String> image = container.text("image");
        if (image.isPresent()) {
          look(workload, container, image.get(), findings);
        }
      }
    }
  }

  private static void look(Workload workload, MapNode container, String image, Findings findings) {
    boolean pinned = image.contains("@");
    String tag = tag(image);
    boolean moving = !pinned && (tag.isEmpty() || tag.equals("latest"));
    if (moving) {
      findings.add(
          Rule.IMAGE_TAG,
          Containers.place(container, "image"),
          "The image `%s` of `%s` %s."
              .formatted(
                  image,
                  workload.name(),
                  tag.isEmpty() ? "has no tag, which means `latest`" : "is whatever is newest"),
          "Name a version: `image: " + withoutTag(image) + ":1.2.3`, or a digest.");
    }
    pullPolicy(workload, container, moving, findings);
  }

  private static void pullPolicy(
      Workload workload, MapNode container, boolean moving, Findings findings) {
    String policy = container.text("imagePullPolicy").orElse("");
    Location place = Containers.place(container, "imagePullPolicy");
    if (policy.equals("Never")) {
      findings.add(
          Rule.PULL_POLICY,
          place,
          "`%s` never pulls its image: it starts only where somebody put the image on the node."
              .formatted(Containers.named(workload, container)),
          "Write `imagePullPolicy: IfNotPresent`.");
    } else if (moving && policy.equals("IfNotPresent")) {
      findings.add(
          Rule.PULL_POLICY,
          place,
          "`%s` runs whatever each node happens to have: its image has no version and is not pulled"
                  .formatted(Containers.named(workload, container))
              + " again.",
          "Name a version of the image.");
    }
  }

  /** The tag of an image; empty where it has none. */
  private static String tag(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(colon + 1);
  }

  private static String withoutTag(String image) {
    String tag = tag(image);
    String name = image.endsWith(":") ? image.substring(0, image.length() - 1) : image;
    return tag.isEmpty() ? name : image.substring(0, image.length() - tag.length() - 1);
  }
}
