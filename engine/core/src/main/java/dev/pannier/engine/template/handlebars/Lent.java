package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Template;
import org.jspecify.annotations.Nullable;

/**
 * A partial.
 *
 * @param name what it is called by
 * @param body what it writes
 * @param home where a block was written, whose block parameters and partials it sees; null for
 *     partials that stand for themselves
 */
record Lent(String name, Template body, @Nullable Scope home) {}
