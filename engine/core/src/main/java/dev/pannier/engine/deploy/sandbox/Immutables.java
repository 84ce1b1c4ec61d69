package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.manifest.kind.ImmutableFields;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Refuses to change the fields that cannot change once an object is there. */
final class Immutables {

  private Immutables() {}

  static List<Refusal> compare(MapNode live, MapNode wanted) {
    List<Refusal> refusals = new ArrayList<>();
    for (List<String> path : ImmutableFields.of(live, wanted)) {
      String[] keys = path.toArray(String[]::new);
      if (!Objects.equals(live.at(keys), wanted.at(keys))) {
        refusals.add(
            new Refusal(
                Cause.IMMUTABLE,
                String.join(".", path),
                "This field cannot be changed once the object is there."));
      }
    }
    return refusals;
  }
}
