package dev.pannier.engine.manifest.kind;

/**
 * The minor releases of Kubernetes that have something.
 *
 * @param since the first one
 * @param until the first one that has it no more
 */
record Span(int since, int until) {

  /** All that are known. */
  static final Span ALWAYS = new Span(0, Integer.MAX_VALUE);

  static final char MARK = '@';

  /** Reads {@code @24-30}, {@code @24-} or {@code @-30}. */
  static Span read(String word) {
    int dash = word.indexOf('-');
    return new Span(
        dash == 1 ? ALWAYS.since : Integer.parseInt(word, 1, dash, 10),
        dash == word.length() - 1
            ? ALWAYS.until
            : Integer.parseInt(word, dash + 1, word.length(), 10));
  }

  boolean has(KubeVersion version) {
    return since <= version.minor() && version.minor() < until;
  }

  /** Whether it comes after a release. */
  boolean isAfter(KubeVersion version) {
    return since > version.minor();
  }

  /** {@code 1.24}. */
  String first() {
    return new KubeVersion(since).toString();
  }

  /** {@code 1.30}. */
  String end() {
    return new KubeVersion(until).toString();
  }
}
