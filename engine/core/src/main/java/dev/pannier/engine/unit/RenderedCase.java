package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.List;
import java.util.function.Function;

/**
 * What the chart of a case renders to.
 *
 * @param documents the release's resources in install order, then its hooks
 * @param notes of NOTES.txt; empty where there is none
 * @param warnings what is likely not as meant
 * @param findings what the schemas of the kinds have against the documents
 * @param values where the values were set that went into the node at a place
 */
public record RenderedCase(
    List<Resource> documents,
    String notes,
    List<Problem> warnings,
    List<Problem> findings,
    Function<Location, List<Location>> values) {
  public RenderedCase {
    documents = List.copyOf(documents);
    warnings = List.copyOf(warnings);
    findings = List.copyOf(findings);
  }

  /** A problem about what stands at a place, with the places of the template and its values. */
  Problem explained(Problem problem, Location written) {
    Problem told = problem;
    if (written.isKnown()) {
      told = told.note("written here", written);
    }
    for (Location value : values.apply(written)) {
      told = told.note("the value is set here", value);
    }
    return told;
  }
}
