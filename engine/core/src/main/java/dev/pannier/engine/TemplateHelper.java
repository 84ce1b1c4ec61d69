package dev.pannier.engine;

/**
 * What there is to know of something that templates can call.
 *
 * @param name what templates call it by
 * @param group what it is about: {@code Letter case}
 * @param signature how it is called: {@code trunc length text}; in brackets what may be left out,
 *     with dots what may stand many times, {@code key=value} for named arguments
 * @param summary what it gives, in one or more whole sentences
 * @param example a template that calls it
 * @param result what the example gives: a string as it is, anything else as YAML on one line, and
 *     {@code error:} with the message where it fails
 * @param difference what it does unlike Helm's, in whole sentences; empty where nothing
 */
public record TemplateHelper(
    String name,
    String group,
    String signature,
    String summary,
    String example,
    String result,
    String difference) {}
