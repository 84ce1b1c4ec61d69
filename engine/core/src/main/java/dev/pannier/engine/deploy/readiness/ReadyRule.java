package dev.pannier.engine.deploy.readiness;

import java.util.Optional;

/**
 * What tells of an object whether it is ready, and whether it has failed.
 *
 * @param ready empty for what its conditions say
 * @param failed empty where it never counts as failed
 */
public record ReadyRule(Optional<Condition> ready, Optional<Condition> failed) {

  Optional<Readiness> judge(ObjectStatus object) {
    if (failed.isPresent() && failed.get().holds(object)) {
      return Optional.of(new Readiness.Failed(failed.get().instead(object)));
    }
    return ready.map(condition ->
        condition.holds(object)
            ? Readiness.READY
            : new Readiness.Progressing(condition.instead(object)));
  }
}
