package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.deploy.readiness.Readiness;
import java.util.List;
import java.util.Optional;

/**
 * How a resource is at one moment, with what belongs to it.
 *
 * @param readiness what it says of itself
 * @param fault what will keep it from becoming ready if it lasts
 * @param pods the pods of its newest template; none where it is ready
 */
record Judgement(Readiness readiness, Optional<Fault> fault, List<PodState> pods) {

  static Judgement of(Readiness readiness) {
    return new Judgement(readiness, Optional.empty(), List.of());
  }
}
