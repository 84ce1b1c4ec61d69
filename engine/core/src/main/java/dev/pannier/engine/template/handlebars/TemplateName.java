package dev.pannier.engine.template.handlebars;

/**
 * Which template this is, for finding the partials it means.
 *
 * @param chart the chart it belongs to
 * @param id unique among the templates of a program and what it compiles while it renders
 */
record TemplateName(String chart, String id) {}
