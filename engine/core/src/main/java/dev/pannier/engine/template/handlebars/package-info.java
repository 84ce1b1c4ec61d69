/**
 * Handlebars as a template language. The library compiles and walks the templates; what stands on a
 * line, what a name means, partials and places are ours. The only user of the library.
 */
@NullMarked
package dev.pannier.engine.template.handlebars;

import org.jspecify.annotations.NullMarked;
