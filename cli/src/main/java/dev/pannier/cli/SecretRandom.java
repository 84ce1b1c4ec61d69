package dev.pannier.cli;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What nobody can guess; made at the first draw, which most commands never come to. */
final class SecretRandom implements RandomGenerator {
  private @Nullable SecureRandom source;

  @Override
  public synchronized long nextLong() {
    if (source == null) {
      source = new SecureRandom();
    }
    return source.nextLong();
  }
}
