package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.Release;
import java.util.List;

/**
 * How the tests of a release went.
 *
 * @param release the revision that was tested, with how each of its tests last ran
 * @param problems why a test failed; none where all went well
 */
public record TestReport(Release release, List<Problem> problems) {

  public TestReport {
    problems = List.copyOf(problems);
  }
}
