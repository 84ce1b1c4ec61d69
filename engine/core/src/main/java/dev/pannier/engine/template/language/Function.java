package dev.pannier.engine.template.language;

import dev.pannier.engine.template.helper.Helper;

/**
 * What templates call by a name.
 *
 * @param absence which of its arguments may be absent; the helper then sees null
 */
public record Function(Helper helper, Absence absence) {

  /** Which positional arguments of a call may be absent. */
  @FunctionalInterface
  public interface Absence {

    /** Whether the argument at an index counted from 0 may be, in a call of some size. */
    boolean accepts(int index, int size);
  }

  /** One that wants all its arguments. */
  public static Function strict(Helper helper) {
    return new Function(helper, (index, size) -> false);
  }

  /** One that copes with absent arguments. */
  public static Function lenient(Helper helper) {
    return new Function(helper, (index, size) -> true);
  }
}
