package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Verb;
import dev.pannier.engine.yaml.JsonDigest;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be carried out later, and then just as it was shown: it holds all that goes in, the
 * rendered resources among it, and knows of each object what was to become of it. What Secrets hold
 * is in it.
 *
 * @param verb whether it installs or upgrades
 * @param release the revision as it will be
 * @param crds what comes before its resources
 * @param terms the options that shape a plan
 * @param steps what was to become of each object
 */
public record SavedPlan(
    Verb verb, Release release, List<Resource> crds, Terms terms, List<Step> steps) {

  private static final String OUTDATED = "deploy.plan-outdated";

  public SavedPlan {
    crds = List.copyOf(crds);
    steps = List.copyOf(steps);
  }

  /**
   * The options that shape a plan.
   *
   * @param createNamespace as in {@link DeployOptions}, like the others
   */
  public record Terms(
      boolean createNamespace,
      boolean takeOwnership,
      boolean forceConflicts,
      boolean noHooks,
      Set<String> recreate) {
    public Terms {
      recreate = Set.copyOf(recreate);
    }
  }

  /** A plan that has just been made. */
  public static SavedPlan of(
      Verb verb, Release release, List<Resource> crds, DeployOptions options, Plan plan) {
    Terms terms =
        new Terms(
            options.createNamespace(),
            options.takeOwnership(),
            options.forceConflicts(),
            options.noHooks(),
            options.recreate());
    return new SavedPlan(
        verb, release, crds, terms, plan.changes().stream().map(Step::of).toList());
  }

  /** The release that it is about. */
  public ReleaseId id() {
    return release.id();
  }

  /** What is to be made. */
  public RevisionDraft draft() {
    RevisionDraft draft = RevisionDraft.of(release);
    return new RevisionDraft(
        draft.chart(),
        draft.config(),
        draft.generated(),
        crds,
        draft.resources(),
        draft.hooks(),
        draft.notes(),
        draft.labels());
  }

  /** Options under which the plan comes out as it did. */
  public DeployOptions options(DeployOptions.Builder others) {
    return others
        .createNamespace(terms.createNamespace())
        .takeOwnership(terms.takeOwnership())
        .forceConflicts(terms.forceConflicts())
        .noHooks(terms.noHooks())
        .recreate(terms.recreate())
        .approval(this::requireSame)
        .build();
  }

  /**
   * Refuses when the release has moved on.
   *
   * @throws dev.pannier.engine.problem.ChartException naming both revisions
   */
  void requireLatest(History history) {
    if (history.next() != release.revision()) {
      throw Problem.error(
              OUTDATED,
              "The plan follows revision "
                  + (release.revision() - 1)
                  + " of release `"
                  + release.name()
                  + "`, which is at revision "
                  + (history.next() - 1)
                  + " now.")
          .hint("Make the plan anew with `pannier plan --save`.")
          .exception();
    }
  }

  /**
   * Refuses when something else would happen now.
   *
   * @throws dev.pannier.engine.problem.ChartException naming each object of which that is so
   */
  void requireSame(Plan now) {
    Map<String, Step> left = new LinkedHashMap<>();
    steps.forEach(each -> left.put(each.object(), each));
    Problems problems = new Problems();
    for (Change change : now.changes()) {
      Step step = Step.of(change);
      Step planned = left.remove(step.object());
      if (planned == null || !planned.digest().equals(step.digest())) {
        problems.add(moved(change.id().toString(), told(planned), told(step)));
      }
    }
    left.values().forEach(each -> problems.add(moved(each.name(), told(each), told(null))));
    problems.throwIfErrors();
  }

  private static String told(@Nullable Step step) {
    return step == null ? "nothing" : step.told();
  }

  private static Problem moved(String name, String planned, String now) {
    return Problem.error(OUTDATED, "`" + name + "` is not as it was when the plan was made.")
        .note("planned was " + planned, Location.unknown())
        .note("now it would be " + now, Location.unknown())
        .hint("Nothing was changed. Make the plan anew with `pannier plan --save`.");
  }

  /**
   * What was to become of an object.
   *
   * @param object which one, version and namespace included
   * @param name {@code Deployment/web}
   * @param action as plans write it: {@code change}
   * @param fields the paths that it is about
   * @param digest of all that was to be
   */
  public record Step(
      String object, String name, String action, List<String> fields, String digest) {
    public Step {
      fields = List.copyOf(fields);
    }

    static Step of(Change change) {
      MapNode data = PlanRecord.change(change).without("yielded");
      List<String> fields = new ArrayList<>();
      for (String key : List.of("fields", "drift")) {
        for (Node each : data.list(key)) {
          if (each instanceof MapNode field) {
            fields.add(field.text("path").orElse(""));
          }
        }
      }
      return new Step(
          change.id().apiVersion() + " " + change.id().namespace() + " " + change.id(),
          change.id().toString(),
          data.text("action").orElse(""),
          fields,
          JsonDigest.of(withoutOwners(data)));
    }

    /** A manager's time changes with whatever it writes. */
    private static MapNode withoutOwners(MapNode data) {
      List<Node> drift = new ArrayList<>();
      for (Node each : data.list("drift")) {
        drift.add(each instanceof MapNode field ? field.without("manager").without("since") : each);
      }
      return drift.isEmpty() ? data : data.with("drift", Node.of(drift));
    }

    private String told() {
      String what = action.equals("none") ? "no change" : "to " + action + " it";
      return fields.isEmpty() ? what : what + ": " + String.join(", ", fields);
    }
  }
}
