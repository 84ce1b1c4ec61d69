package dev.pannier.engine.template.helper;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.random.RandomGenerator;

/** The random numbers of the render in the form in which the JDK's cryptography takes them. */
final class RenderRandom extends SecureRandom {

  private RenderRandom(RandomGenerator source) {
    super(new Source(source), null);
  }

  /** The source itself where it is a secure one, else one that draws from it. */
  static SecureRandom of(RandomGenerator source) {
    return source instanceof SecureRandom secure ? secure : new RenderRandom(source);
  }

  private static final class Source extends SecureRandomSpi {

    private final transient RandomGenerator generator;

    Source(RandomGenerator generator) {
      this.generator = generator;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      // The render's numbers are given: nobody may change them.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      generator.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] seed = new byte[length];
      generator.nextBytes(seed);
      return seed;
    }
  }
}
