/**
 * What a template language is to Pannier: sources in, marked text out. Everything behind it
 * (YAML-safe writing, the source map, manifests) does not know which language wrote the text.
 */
@NullMarked
package dev.pannier.engine.template.language;

import org.jspecify.annotations.NullMarked;
