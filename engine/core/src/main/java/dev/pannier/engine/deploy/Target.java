package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/**
 * A resource that is waited for, as it was when it was applied.
 *
 * @param wanted what was applied
 * @param applied what the cluster made of it
 */
record Target(Wanted wanted, MapNode applied) {

  private static final Duration JUST_MADE = Duration.ofSeconds(3);

  /** Something that is no part of the release, as it was found. */
  static Target outside(ResourceId id, MapNode live) {
    return new Target(new Wanted(new Resource(id, live, "", ""), id, live), live);
  }

  ResourceId id() {
    return wanted.id();
  }

  Location origin(String path) {
    return wanted.origin(path);
  }

  /** Whether an object of this name is another one, made since. */
  boolean isReplaced(MapNode live) {
    return !live.map("metadata").text("uid").equals(applied.map("metadata").text("uid"));
  }

  /** Whether an object as it was seen is from before it was applied. */
  boolean isNewerThan(MapNode live) {
    OptionalLong ours = ObjectStatus.count(applied.map("metadata"), "generation");
    OptionalLong theirs = ObjectStatus.count(live.map("metadata"), "generation");
    return ours.isPresent() && theirs.isPresent() && theirs.getAsLong() < ours.getAsLong();
  }

  /**
   * Whether it is a custom resource, just made, of which nobody has said anything. Its controller
   * may be about to: kstatus would call it ready.
   */
  boolean isSilent(MapNode live, Instant now) {
    String made = live.map("metadata").text("creationTimestamp").orElse("");
    return isCustom() && !live.has("status") && isWithin(made, now);
  }

  private static boolean isWithin(String made, Instant now) {
    try {
      return Duration.between(Instant.parse(made), now).abs().compareTo(JUST_MADE) < 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /** Whether its kind is none of Kubernetes' own. */
  boolean isCustom() {
    String group = id().group();
    return group.contains(".") && !group.endsWith(".k8s.io");
  }
}
