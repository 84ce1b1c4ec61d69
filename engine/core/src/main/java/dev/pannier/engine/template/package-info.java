/** Templates become text that is YAML whatever the values are. The only user of Handlebars. */
@NullMarked
package dev.pannier.engine.template;

import org.jspecify.annotations.NullMarked;
