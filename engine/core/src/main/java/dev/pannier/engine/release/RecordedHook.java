package dev.pannier.engine.release;

import dev.pannier.engine.manifest.Hook;

/** A hook of a revision, and how it last ran. */
public record RecordedHook(Hook hook, HookRun lastRun) {

  /** A hook that did not run yet. */
  public static RecordedHook of(Hook hook) {
    return new RecordedHook(hook, HookRun.NEVER);
  }
}
