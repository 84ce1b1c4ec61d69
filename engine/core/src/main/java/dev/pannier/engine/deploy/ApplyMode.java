package dev.pannier.engine.deploy;

/**
 * How to apply.
 *
 * @param manager in whose name fields are set
 * @param force whether fields are taken from other managers
 * @param dryRun whether to say what would be and change nothing
 */
public record ApplyMode(String manager, boolean force, boolean dryRun) {

  /**
   * The name that Helm applies under. Ours too: fields of a release belong to one manager,
   * whichever of the two tools wrote them, and {@code helm rollback} meets no conflicts.
   */
  public static final String MANAGER = "helm";

  /** For real, taking nothing from anybody. */
  static final ApplyMode POLITE = new ApplyMode(MANAGER, false, false);

  ApplyMode forced() {
    return new ApplyMode(manager, true, dryRun);
  }

  ApplyMode dry() {
    return new ApplyMode(manager, force, true);
  }
}
