package dev.pannier.engine.yaml;

/**
 * How JSON is written.
 *
 * @param sorted whether keys are sorted, as Go does
 * @param htmlSafe whether {@code < > &} are escaped, as Go's json.Marshal does
 * @param indent what each level is indented by; empty for one line
 */
public record JsonStyle(boolean sorted, boolean htmlSafe, String indent) {

  /** One line, keys in their order. */
  public static final JsonStyle COMPACT = new JsonStyle(false, false, "");

  /** Indented by two blanks, keys in their order. */
  public static final JsonStyle PRETTY = new JsonStyle(false, false, "  ");

  /** What Go's json.Marshal writes of a map. */
  public static final JsonStyle GO = new JsonStyle(true, true, "");
}
