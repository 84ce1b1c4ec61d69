package dev.pannier.engine.release;

import java.util.Locale;

/** What an operation does to a release. */
public enum Verb {
  INSTALL("Install", Status.PENDING_INSTALL),
  UPGRADE("Upgrade", Status.PENDING_UPGRADE),
  ROLLBACK("Rollback", Status.PENDING_ROLLBACK),
  UNINSTALL("Uninstall", Status.UNINSTALLING);

  private final String title;
  private final Status pending;

  Verb(String title, Status pending) {
    this.title = title;
    this.pending = pending;
  }

  /** As descriptions write it: {@code Upgrade}. */
  public String title() {
    return title;
  }

  /** As commands and journals write it: {@code upgrade}. */
  public String word() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** The status of a revision while this is under way. */
  public Status pending() {
    return pending;
  }

  static Verb of(String word) {
    for (Verb verb : values()) {
      if (verb.word().equals(word)) {
        return verb;
      }
    }
    throw new IllegalArgumentException("no verb: " + word);
  }
}
