package dev.pannier.engine.template.handlebars;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names may mean at a point of a template: what {@link Scope} is to a render.
 *
 * @param root what {@code @root} leads to
 * @param outer what {@code ../} leads to
 * @param names block parameters, those of outer blocks included
 * @param file where it is written
 * @param inline partials that the file defines for itself
 * @param block what a caller handed to the partial
 */
record View(
    Meaning self,
    Meaning root,
    @Nullable View outer,
    Map<String, Meaning> names,
    SurveyedFile file,
    Map<String, Statement.Inline> inline,
    @Nullable Handed block) {

  /** A block that was handed to a partial, and where it was written. */
  record Handed(List<Statement> body, View home) {}

  static View of(Meaning root, SurveyedFile file) {
    return new View(root, root, null, Map.of(), file, new HashMap<>(), null);
  }

  /** Inside a block that changes {@code this}. */
  View inner(Meaning item, Map<String, Meaning> parameters) {
    Map<String, Meaning> all = new HashMap<>(names);
    all.putAll(parameters);
    return new View(item, root, this, all, file, inline, block);
  }

  /** Inside a partial. */
  View called(Meaning model, SurveyedFile where, @Nullable Handed given) {
    View above = model == self ? outer : this;
    return new View(model, root, above, Map.of(), where, new HashMap<>(inline), given);
  }

  /** Inside a block that was handed to a partial. */
  View handed(Handed given) {
    View home = given.home();
    View above = self == home.self() ? home.outer() : home;
    return new View(self, root, above, home.names(), home.file(), home.inline(), home.block());
  }
}
