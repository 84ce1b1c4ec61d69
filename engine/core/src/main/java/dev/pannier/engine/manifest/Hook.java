package dev.pannier.engine.manifest;

import java.util.Set;

/**
 * A resource that runs at an event instead of belonging to the release.
 *
 * @param events when it runs, at least one
 * @param weight lower runs earlier; 0 by default
 * @param deletePolicies when it is removed; before-hook-creation by default
 */
public record Hook(
    Resource resource, Set<Event> events, int weight, Set<DeletePolicy> deletePolicies) {

  public Hook {
    events = Set.copyOf(events);
    deletePolicies = Set.copyOf(deletePolicies);
  }

  /** Helm's hook events (pkg/release/v1/hook.go). */
  public enum Event {
    PRE_INSTALL("pre-install"),
    POST_INSTALL("post-install"),
    PRE_UPGRADE("pre-upgrade"),
    POST_UPGRADE("post-upgrade"),
    PRE_ROLLBACK("pre-rollback"),
    POST_ROLLBACK("post-rollback"),
    PRE_DELETE("pre-delete"),
    POST_DELETE("post-delete"),
    TEST("test");

    private final String word;

    Event(String word) {
      this.word = word;
    }

    /** As annotations write it. */
    public String word() {
      return word;
    }
  }

  /** When a hook's resource is removed. */
  public enum DeletePolicy {
    BEFORE_HOOK_CREATION("before-hook-creation"),
    HOOK_SUCCEEDED("hook-succeeded"),
    HOOK_FAILED("hook-failed");

    private final String word;

    DeletePolicy(String word) {
      this.word = word;
    }

    /** As annotations write it. */
    public String word() {
      return word;
    }
  }
}
