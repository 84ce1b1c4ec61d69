package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Collects what does not become ready, tells why, and fails for it where that is wanted. */
final class NotReady {

  private static final String WARN = "`pannier.dev/wait: warn`";

  private final Site site;
  private final Diagnostics diagnostics;
  private final Problems problems = new Problems();

  NotReady(Site site) {
    this.site = site;
    this.diagnostics = new Diagnostics(site.cluster());
  }

  /** Something is wrong with it that does not pass. */
  void failed(OpenTarget each, @Nullable MapNode live, Fault fault) {
    MapNode object = live == null ? MapNode.EMPTY : live;
    String what = each.id().kind().equals("Job") ? "has failed" : "does not become ready";
    add(each, diagnostics.of(each.id(), object, fault), what, "");
  }

  /** Its time is over. */
  void late(OpenTarget each, @Nullable MapNode live) {
    String hint =
        "It may take longer by `--timeout` or its annotation `pannier.dev/timeout`; with "
            + WARN
            + " the release does not fail for it.";
    add(each, diagnostics.late(each.id(), live, each.reason()), "is not ready in time", hint);
  }

  /** Nothing happens to it any more. */
  void stalled(OpenTarget each, @Nullable MapNode live) {
    String what = "has not moved for " + words(site.options().stall());
    add(each, diagnostics.late(each.id(), live, each.reason()), what, "");
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
  }

  private void add(OpenTarget each, Diagnosis diagnosis, String what, String hint) {
    if (each.settings().mode() == WaitSettings.Mode.WARN) {
      site.tell(new DeployEvent.Tolerated(diagnosis));
      return;
    }
    site.tell(new DeployEvent.Failed(diagnosis));
    String message = "`" + each.id() + "` " + what + ": " + diagnosis.reason() + ".";
    Problem problem =
        Problem.error("deploy.not-ready", message).at(each.target().origin(diagnosis.field()));
    if (!diagnosis.cause().isEmpty()) {
      problem = problem.note("likely cause: " + diagnosis.cause(), Location.unknown());
    }
    if (!diagnosis.log().isEmpty()) {
      problem = problem.note("its last words: " + diagnosis.log().getLast(), Location.unknown());
    }
    problems.add(problem.hint(hint));
  }

  /** Fails for all that was found. */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ChartException(problems.all());
    }
  }
}
