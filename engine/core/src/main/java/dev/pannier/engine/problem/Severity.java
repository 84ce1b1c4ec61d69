package dev.pannier.engine.problem;

/** How grave a problem is. */
public enum Severity {
  /** The command cannot be done. */
  ERROR,
  /** The command is done, and something is likely not as meant. */
  WARNING,
  /** Worth knowing. */
  INFO
}
