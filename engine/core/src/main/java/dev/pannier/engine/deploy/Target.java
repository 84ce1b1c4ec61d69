package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;

/**
 * A resource that is waited for, as it was when it was applied.
 *
 * @param wanted what was applied
 * @param applied what the cluster made of it
 */
record Target(Wanted wanted, MapNode applied) {

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
}
