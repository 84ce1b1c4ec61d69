package dev.pannier.engine;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.Release;
import java.util.List;

/**
 * What came of an install or an upgrade.
 *
 * @param release the revision as recorded, or as it would be
 * @param installed whether the release was new
 * @param warnings what is likely not as meant
 */
public record DeployResult(Release release, boolean installed, List<Problem> warnings) {
  public DeployResult {
    warnings = List.copyOf(warnings);
  }
}
