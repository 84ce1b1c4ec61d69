package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.manifest.ResourceId;
import java.util.Optional;

/**
 * How a resource of a release is at one moment.
 *
 * @param id with its namespace where its kind has one
 * @param readiness empty where it is not there
 */
public record ResourceState(ResourceId id, Optional<Readiness> readiness) {

  /** Whether it does what it is there for. */
  public boolean isReady() {
    return readiness.filter(Readiness.Ready.class::isInstance).isPresent();
  }

  /** A phrase without a final dot: {@code ready}, {@code 1 of 2 replicas are available}. */
  public String message() {
    return readiness.map(ResourceState::phrase).orElse("not there");
  }

  private static String phrase(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Ready _ -> "ready";
      case Readiness.Progressing(String reason) -> reason;
      case Readiness.Failed failed -> "failed: " + failed.reason();
    };
  }
}
