package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import java.util.List;

/**
 * Where a field of a manifest comes from.
 *
 * @param template the tag or text that wrote it
 * @param values where the values that went into it were set; none where the template wrote it alone
 */
public record Origin(Location template, List<Location> values) {}
