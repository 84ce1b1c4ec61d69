package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a cluster refuses, each at the place in the template that wrote it. */
final class Rejections {

  private Rejections() {}

  /**
   * What a cluster refuses of an object.
   *
   * @param live the object as it is; null where it is not there
   */
  static List<Problem> ofRefusals(
      Wanted wanted, @Nullable MapNode live, List<ApplyResult.Refusal> refusals) {
    List<Problem> problems = new ArrayList<>();
    for (ApplyResult.Refusal refusal : refusals) {
      if (refusal.cause() == ApplyResult.Cause.NO_NAMESPACE && !wanted.namesNamespace()) {
        problems.add(noNamespace(wanted));
        continue;
      }
      if (refusal.cause() == ApplyResult.Cause.IMMUTABLE && live != null) {
        problems.add(FixedFields.problem(wanted, live, refusal));
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
      case IMMUTABLE -> FixedFields.hint(wanted.id());
      case NO_KIND -> "Install what brings its definition, or put that into crds/ of the chart.";
      case NOT_YET -> "Try again when it is over; `--timeout` says how long to keep trying.";
      case INVALID, FORBIDDEN -> "";
    };
  }

  static List<Problem> ofConflicts(Wanted wanted, List<ApplyResult.Conflict> conflicts) {
    List<Problem> problems = new ArrayList<>();
    for (ApplyResult.Conflict conflict : conflicts) {
      FieldOwner owner = conflict.owner();
      String how = owner.applied() ? ", which applies it on the server" : "";
      String since = owner.since().map(time -> ", since " + time).orElse("");
      problems.add(
          Problem.error(
                  "deploy.conflict",
                  "`"
                      + wanted.id()
                      + "`, `"
                      + conflict.path()
                      + "` is held by `"
                      + owner.manager()
                      + "`.")
              .at(wanted.origin(conflict.path()))
              .note(
                  "it is " + shown(wanted, conflict.path(), conflict.theirs()) + how + since,
                  Location.unknown())
              .note(
                  "it was to be " + shown(wanted, conflict.path(), conflict.ours()),
                  Location.unknown())
              .hint("Leave the field out of the chart, or take it with `--force-conflicts`."));
    }
    return problems;
  }

  /** A value as messages may tell it: nothing of Secrets. */
  static String shown(Wanted wanted, String path, Node value) {
    return SecretValues.masked(wanted.id(), path, Optional.of(value)).orElse(value).toString();
  }
}
