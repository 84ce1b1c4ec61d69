package dev.pannier.engine.template.language;

import dev.pannier.engine.template.helper.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * One render as templates see it.
 *
 * @param functions what can be called, bound to this render
 * @param surroundings what helpers may know of the world
 * @param budget what the render may still take
 */
public record RenderSession(Functions functions, Surroundings surroundings, Budget budget) {

  /** A session for looking through templates without rendering them: nothing can be called. */
  public static RenderSession idle() {
    return new RenderSession(
        Functions.NONE,
        new Surroundings(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new SplittableRandom(0)),
        new Budget(1, Integer.MAX_VALUE, Duration.ofMinutes(1)));
  }
}
