package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Problem;
import java.time.Duration;

/** What one render may still take of depth, output and time. For one thread. */
public final class Budget {

  private final int depth;
  private final int outputChars;
  private final Duration time;
  private final long started = System.nanoTime();
  private int written;
  private int sinceLastLook;

  /** Counts from now on. */
  public Budget(int depth, int outputChars, Duration time) {
    this.depth = depth;
    this.outputChars = outputChars;
    this.time = time;
  }

  /** How deep partials and includes may lie within each other. */
  public int depth() {
    return depth;
  }

  /** Takes some output; throws a {@link LimitException} when that is too much. */
  public void take(int chars) {
    written += chars;
    if (written > outputChars || written < 0) {
      throw new LimitException(
          Problem.error(
                  "template.too-long",
                  "The templates write more than " + outputChars + " characters.")
              .hint("Look for a loop over more items than you meant."));
    }
    step();
  }

  /** One step of work; throws a {@link LimitException} when the time is over. */
  public void step() {
    if (++sinceLastLook >= 64) {
      sinceLastLook = 0;
      if (System.nanoTime() - started > time.toNanos()) {
        throw new LimitException(
            Problem.error(
                    "template.too-slow",
                    "The templates take more than " + time.toMillis() + " ms to render.")
                .hint("Look for loops within loops and for partials that call themselves."));
      }
    }
  }
}
