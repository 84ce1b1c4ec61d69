package dev.pannier.engine.release;

/** What a revision's record says of it: Helm's nine words (pkg/release/common/status.go). */
public enum Status {
  /** Not said, or in a word that nobody knows. */
  UNKNOWN("unknown"),
  /** The current good revision. */
  DEPLOYED("deployed"),
  /** Taken away; only its history is kept. */
  UNINSTALLED("uninstalled"),
  /** Was good, until a later one was. */
  SUPERSEDED("superseded"),
  /** Was tried and did not come about. */
  FAILED("failed"),
  /** Being taken away. */
  UNINSTALLING("uninstalling"),
  /** Being installed. */
  PENDING_INSTALL("pending-install"),
  /** Being made of an earlier revision. */
  PENDING_UPGRADE("pending-upgrade"),
  /** Being made with the content of an earlier revision. */
  PENDING_ROLLBACK("pending-rollback");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** As records and labels write it. */
  public String word() {
    return word;
  }

  /** Whether an operation says to be under way. */
  public boolean isPending() {
    return this == PENDING_INSTALL || this == PENDING_UPGRADE || this == PENDING_ROLLBACK;
  }

  /** Whether this revision was good at some time. */
  public boolean wasGood() {
    return this == DEPLOYED || this == SUPERSEDED;
  }

  /** The status that a word means; {@link #UNKNOWN} for any other word. */
  public static Status of(String word) {
    for (Status status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
