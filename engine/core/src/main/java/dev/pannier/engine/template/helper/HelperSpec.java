package dev.pannier.engine.template.helper;

/**
 * A helper and what there is to know of it.
 *
 * @param name what templates call it by
 * @param group what it is about
 * @param signature how it is called: {@code trunc length text}; in brackets what may be left out,
 *     with dots what may stand many times, {@code key=value} for named arguments
 * @param summary what it gives, in one or more whole sentences
 * @param example a template that calls it
 * @param exampleResult what the example gives: a string as it is, anything else as YAML on one
 *     line, and {@code error:} with the message where it fails
 * @param acceptsMissing which of its arguments may be absent
 * @param helper the helper; it checks the number of its arguments itself
 */
public record HelperSpec(
    String name,
    HelperGroup group,
    String signature,
    String summary,
    String example,
    String exampleResult,
    Missing acceptsMissing,
    Helper helper) {

  /**
   * A helper that accepts no missing arguments.
   *
   * @param parameters what follows the name in its signature
   * @param example what follows the name in the example, or a whole template
   */
  static HelperSpec of(
      HelperGroup group,
      String name,
      String parameters,
      String summary,
      String example,
      String exampleResult,
      Helper helper) {
    Signature signature = Signature.of(name, parameters);
    return new HelperSpec(
        name,
        group,
        signature.text(),
        summary,
        example.startsWith("{{") ? example : ("{{" + name + " " + example).strip() + "}}",
        exampleResult,
        Missing.NONE,
        arguments -> helper.call(signature.check(arguments)));
  }

  /** The same helper, some of whose arguments may be absent. */
  HelperSpec accepting(Missing missing) {
    return new HelperSpec(name, group, signature, summary, example, exampleResult, missing, helper);
  }

  /** What it does unlike Helm, in whole sentences; empty where nothing. */
  public String difference() {
    return HelmDifference.of(name);
  }

  /** What the documentation tells of it. */
  public HelperPage page() {
    return new HelperPage(
        name, group.title(), signature, summary, example, exampleResult, difference());
  }
}
