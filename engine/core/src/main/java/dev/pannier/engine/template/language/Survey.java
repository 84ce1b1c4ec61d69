package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.values.ValueUse;
import java.util.List;
import java.util.Map;

/**
 * What templates ask for, whichever way they go: found by reading them, not by rendering.
 *
 * @param uses each value that any of them asks for
 * @param uncalled partials that nothing calls, by their names; none where a partial is called by a
 *     name that is computed
 */
public record Survey(List<ValueUse> uses, Map<String, Location> uncalled) {}
