package dev.pannier.engine.manifest.kind;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind that can be created.
 *
 * @param type the name of its type
 * @param span the releases that serve it
 * @param deprecated the release that it is deprecated since; 0 where it is not
 * @param removed the release that will have it no more, where that is not in the span; else 0
 * @param use the API version that replaces it, or API version and kind; empty where none is named
 * @param off whether it is served only where somebody switched it on
 */
record KindEntry(
    String apiVersion,
    String kind,
    boolean namespaced,
    String type,
    Span span,
    int deprecated,
    int removed,
    String use,
    boolean off) {

  /** The kinds of the second block of the schemas, which src/main/kinds/compact.py explains. */
  static List<KindEntry> readAll(String block) {
    List<KindEntry> entries = new ArrayList<>();
    for (String line : block.split("\n")) {
      entries.add(read(line.split(" ")));
    }
    return entries;
  }

  private static KindEntry read(String[] words) {
    Span span = Span.ALWAYS;
    int deprecated = 0;
    int removed = 0;
    String use = "";
    boolean off = false;
    for (int i = 5; i < words.length; i++) {
      String word = words[i];
      String text = word.substring(word.indexOf('=') + 1);
      switch (word.charAt(0)) {
        case Span.MARK -> span = Span.read(word);
        case 'd' -> deprecated = Integer.parseInt(text);
        case 'r' -> removed = Integer.parseInt(text);
        case 'u' -> use = text;
        case 'o' -> off = true;
        default -> throw new IllegalStateException("unknown word in the schemas: " + word);
      }
    }
    boolean namespaced = words[3].equals("namespaced");
    return new KindEntry(
        words[1], words[2], namespaced, words[4], span, deprecated, removed, use, off);
  }

  /** Whether an API server of a release warns of it. */
  boolean isDeprecated(KubeVersion version) {
    return deprecated > 0 && deprecated <= version.minor();
  }

  /** The first release without it, where that is known; else 0. */
  int end() {
    return span.until() == Span.ALWAYS.until() ? removed : span.until();
  }
}
