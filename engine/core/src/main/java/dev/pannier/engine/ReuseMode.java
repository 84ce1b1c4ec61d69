package dev.pannier.engine;

/** What an upgrade does with the values that the release was given before (Helm's upgrade.go). */
public enum ReuseMode {
  /** Takes them when none are given now, else forgets them. */
  AUTOMATIC,
  /** Forgets them: {@code --reset-values}. */
  RESET,
  /**
   * Puts what is given now over them, and keeps the defaults of the chart that they were given to:
   * {@code --reuse-values}.
   */
  REUSE,
  /**
   * Puts what is given now over them, over the new chart's defaults: {@code
   * --reset-then-reuse-values}.
   */
  RESET_THEN_REUSE
}
