package dev.pannier.kubernetes.api;

/** What came of sending a request once. */
sealed interface Outcome {

  /** The server answered. */
  record Answered(ApiResponse response) implements Outcome {}

  /**
   * It did not.
   *
   * @param sent whether the request may have reached it, and may have been carried out
   */
  record Failed(Exception cause, boolean sent) implements Outcome {}
}
