package dev.pannier.engine.template.helper;

/**
 * What the documentation tells of a helper.
 *
 * @param group what it is about
 * @param signature how it is called
 * @param summary what it gives, in whole sentences
 * @param example a template that calls it
 * @param exampleResult what the example gives
 * @param difference what it does unlike Helm, in whole sentences; empty where nothing
 */
public record HelperPage(
    String name,
    String group,
    String signature,
    String summary,
    String example,
    String exampleResult,
    String difference) {}
