package dev.pannier.engine.release;

import java.time.Instant;
import java.util.Optional;

/** How a hook last ran in a revision. */
public record HookRun(Optional<Instant> startedAt, Optional<Instant> completedAt, Phase phase) {

  /** Of a hook that did not run yet. Helm's records always hold a run; this is its empty one. */
  public static final HookRun NEVER = new HookRun(Optional.empty(), Optional.empty(), Phase.NEVER);

  /** Helm's phases (pkg/release/v1/hook.go). */
  public enum Phase {
    /** It did not run. */
    NEVER(""),
    /** It was created, and nobody saw how it ended. */
    UNKNOWN("Unknown"),
    /** It runs. */
    RUNNING("Running"),
    /** It ended well. */
    SUCCEEDED("Succeeded"),
    /** It did not end well. */
    FAILED("Failed");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    /** As records write it. */
    public String word() {
      return word;
    }

    static Phase of(String word) {
      for (Phase phase : values()) {
        if (phase.word.equals(word)) {
          return phase;
        }
      }
      return UNKNOWN;
    }
  }
}
