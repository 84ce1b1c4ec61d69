package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Problem;
import java.time.Duration;
import java.util.Locale;

/** What one render may still take of depth, output and time. For one thread. */
public final class Budget {

  private final int depth;
  private final int outputChars;
  private final Duration time;
  private final long started = System.nanoTime();
  private int written;
  private int sinceLastLook;
  private boolean spent;

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

  /** Whether a limit was met already: what comes now would only say so again. */
  public boolean isSpent() {
    return spent;
  }

  /** Takes some output; throws a {@link LimitException} when that is too much. */
  public void take(int chars) {
    written += chars;
    if (written > outputChars || written < 0) {
      spent = true;
      throw new LimitException(
          Problem.error(
                  "template.too-long",
                  String.format(
                      Locale.ROOT, "The templates write more than %,d characters.", outputChars))
              .hint("Look for a loop over more items than you meant."));
    }
    step();
  }

  /** One step of work; throws a {@link LimitException} when the time is over. */
  public void step() {
    if (++sinceLastLook >= 64) {
      sinceLastLook = 0;
      if (System.nanoTime() - started > time.toNanos()) {
        spent = true;
        throw new LimitException(
            Problem.error(
                    "template.too-slow",
                    "The templates take more than " + time.toMillis() + " ms to render.")
                .hint("Look for loops within loops and for partials that call themselves."));
      }
    }
  }
}
