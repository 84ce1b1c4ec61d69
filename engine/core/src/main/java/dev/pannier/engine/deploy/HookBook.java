package dev.pannier.engine.deploy;

import dev.pannier.engine.release.RecordedHook;
import java.util.List;

/** Tells which hooks there are, and keeps how they ran. */
interface HookBook {

  /** The hooks that may run. */
  List<RecordedHook> hooks();

  /** Whether a hook ended well at an event, in this very operation. */
  boolean isDone(String hook);

  /** Writes down that a hook ended well at an event. */
  void done(String hook);

  /** Writes down how a hook runs or ran. */
  void ran(RecordedHook hook);
}
