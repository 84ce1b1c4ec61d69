package dev.pannier.engine.template.helper;

/** A call that cannot be computed; the message is one sentence for the chart's author. */
public final class HelperException extends RuntimeException {

  private final String hint;

  public HelperException(String message) {
    this(message, "");
  }

  /**
   * With advice.
   *
   * @param hint what to do next; may be empty
   */
  public HelperException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do next; may be empty. */
  public String hint() {
    return hint;
  }
}
