package dev.pannier.engine.deploy;

/** Which way an operation that broke off is brought to an end by somebody who says so. */
public enum RecoveryWay {
  /** As the next command would: what was atomic is undone, what was nearly done is finished. */
  AS_BEGUN,
  /** The revision comes about as it was begun. */
  FORWARD,
  /** The last good revision comes back; what an install made is taken away. */
  BACK,
  /** A revision that another tool left pending counts as failed. */
  TAKE_OVER
}
