package dev.pannier.test.cluster;

import java.util.Locale;

/** What becomes of a container: a word in its image's tag tells. */
enum Fate {
  /** Is ready soon; where it is to end, ends well. */
  RUNS,
  /** As {@link #RUNS}, but takes its time. */
  SLOW,
  /** Runs, is never ready and never ends. */
  HANG,
  /** Ends with exit code 1, again and again. */
  CRASH,
  /** Crashes twice, then runs. */
  FLAKY,
  /** Is killed for the memory that it takes, again and again. */
  OOM,
  /** There is no such image. */
  MISSING,
  /** No node takes its pod. */
  UNSCHEDULABLE;

  static Fate of(String image) {
    String tag = tag(image);
    for (Fate fate : values()) {
      if (fate != RUNS && tag.contains(fate.word())) {
        return fate;
      }
    }
    return RUNS;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tag of an image; empty where it has none. */
  private static String tag(String image) {
    String plain = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = plain.lastIndexOf(':');
    return colon > plain.lastIndexOf('/') ? plain.substring(colon + 1) : "";
  }
}
