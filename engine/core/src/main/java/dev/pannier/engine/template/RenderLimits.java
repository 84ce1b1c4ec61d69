package dev.pannier.engine.template;

import java.time.Duration;

/**
 * What a render may take.
 *
 * @param depth of partials and includes within each other
 * @param outputChars of all files together
 * @param time of the whole render
 */
public record RenderLimits(int depth, int outputChars, Duration time) {

  /** 64 deep, 64 Mi characters, 60 seconds. */
  public static final RenderLimits DEFAULT = new RenderLimits(64, 64 << 20, Duration.ofSeconds(60));
}
