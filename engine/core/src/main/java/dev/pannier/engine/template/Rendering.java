package dev.pannier.engine.template;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.place.Origins;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * What a chart renders to.
 *
 * @param resources the release's own, in install order
 * @param hooks in the order of their weights
 * @param notes of NOTES.txt; empty where there is none
 * @param generated what {@code generated} computed, earlier keys included, to be kept in the record
 * @param origins which template and which value wrote a field of a resource
 * @param warnings what is likely not as meant
 */
public record Rendering(
    List<Resource> resources,
    List<Hook> hooks,
    String notes,
    MapNode generated,
    Origins origins,
    List<Problem> warnings) {}
