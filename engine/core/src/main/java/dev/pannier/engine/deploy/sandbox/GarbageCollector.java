package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Removes what belonged to an owner or to a namespace that is no more, and what was deleted and is
 * held by no finalizer any more.
 */
final class GarbageCollector implements Controllers.Controller {

  @Override
  public void advance(World world) {
    Set<String> uids = new HashSet<>();
    for (MapNode object : world.all()) {
      uids.add(World.uid(object));
    }
    for (MapNode object : world.all()) {
      Key key = Key.of(object);
      String owner = World.owner(object);
      boolean orphan = !owner.isEmpty() && !uids.contains(owner);
      boolean homeless =
          !key.namespace().isEmpty()
              && world.get(new Key("", "Namespace", "", key.namespace())).isEmpty();
      if (homeless) {
        world.remove(key);
      } else if (orphan || World.isGoing(object)) {
        world.delete(key);
      }
    }
  }
}
