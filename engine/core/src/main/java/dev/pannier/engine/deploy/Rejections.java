package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells what a cluster refuses, each at the place in the template that wrote it. */
final class Rejections {

  /**
   * Managers behind which stands a person who changed something by hand, or an earlier way of
   * applying the same release: what they set is set back, and told.
   */
  private static final Set<String> HANDS =
      Set.of(
          ApplyMode.MANAGER,
          "kubectl",
          "kubectl-create",
          "kubectl-edit",
          "kubectl-patch",
          "kubectl-replace",
          "kubectl-client-side-apply");

  private Rejections() {}

  static boolean areByHand(List<ApplyResult.Conflict> conflicts) {
    return conflicts.stream().allMatch(each -> HANDS.contains(each.manager()));
  }

  static List<Problem> ofRefusals(Wanted wanted, List<ApplyResult.Refusal> refusals) {
    List<Problem> problems = new ArrayList<>();
    for (ApplyResult.Refusal refusal : refusals) {
      if (refusal.cause() == ApplyResult.Cause.NO_NAMESPACE && !wanted.namesNamespace()) {
        problems.add(noNamespace(wanted));
        continue;
      }
      String code =
          switch (refusal.cause()) {
            case NO_KIND -> "deploy.unknown-kind";
            case NO_NAMESPACE -> "deploy.no-namespace";
            case NAMESPACE_GOING -> "deploy.namespace-terminating";
            case INVALID -> "deploy.invalid-object";
            case IMMUTABLE -> "deploy.immutable";
            case FORBIDDEN -> "deploy.forbidden";
            case NOT_YET -> "deploy.not-taken";
          };
      String field = refusal.path().isEmpty() ? "" : ", `" + refusal.path() + "`";
      problems.add(
          Problem.error(code, "`" + wanted.id() + "`" + field + ": " + refusal.message())
              .at(wanted.origin(refusal.path()))
              .hint(hint(refusal.cause(), wanted)));
    }
    return problems;
  }

  /** Of the release's own namespace: what every resource without one would say alike. */
  private static Problem noNamespace(Wanted wanted) {
    return Problem.error(
            "deploy.no-namespace",
            "There is no namespace `" + wanted.id().namespace() + "` for the release.")
        .hint(hint(ApplyResult.Cause.NO_NAMESPACE, wanted));
  }

  private static String hint(ApplyResult.Cause cause, Wanted wanted) {
    return switch (cause) {
      case NO_NAMESPACE ->
          "Make it with `kubectl create namespace "
              + wanted.id().namespace()
              + "`, or pass `--create-namespace`.";
      case NAMESPACE_GOING ->
          "Wait until it is gone, or choose another; `kubectl get namespace "
              + wanted.id().namespace()
              + " -o yaml` tells what it waits for.";
      case IMMUTABLE ->
          "Change it back, or delete the object with `kubectl delete "
              + wanted.id().kind().toLowerCase(Locale.ROOT)
              + " "
              + wanted.id().name()
              + "` and try again.";
      case NO_KIND -> "Install what brings its definition, or put that into crds/ of the chart.";
      case NOT_YET -> "Try again when it is over; `--timeout` says how long to keep trying.";
      case INVALID, FORBIDDEN -> "";
    };
  }

  static List<Problem> ofConflicts(Wanted wanted, List<ApplyResult.Conflict> conflicts) {
    List<Problem> problems = new ArrayList<>();
    for (ApplyResult.Conflict conflict : conflicts) {
      problems.add(
          Problem.error(
                  "deploy.conflict",
                  "`"
                      + wanted.id()
                      + "`, `"
                      + conflict.path()
                      + "` is held by `"
                      + conflict.manager()
                      + "`.")
              .at(wanted.origin(conflict.path()))
              .note("it is " + conflict.theirs(), Location.unknown())
              .note("it was to be " + conflict.ours(), Location.unknown())
              .hint("Leave the field out of the chart, or take it with `--force-conflicts`."));
    }
    return problems;
  }
}
