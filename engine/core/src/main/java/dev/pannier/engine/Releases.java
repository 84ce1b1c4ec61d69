package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.deploy.Deployer;
import dev.pannier.engine.deploy.DriftReport;
import dev.pannier.engine.deploy.FieldRule;
import dev.pannier.engine.deploy.ManifestPlan;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.deploy.Plan;
import dev.pannier.engine.deploy.RecoveryResult;
import dev.pannier.engine.deploy.RecoveryWay;
import dev.pannier.engine.deploy.ReleaseSession;
import dev.pannier.engine.deploy.SavedPlan;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.deploy.TestReport;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Verb;
import dev.pannier.engine.yaml.MapNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Installs, upgrades, rolls back and uninstalls. A release is held while it is changed; a command
 * that was killed is finished or undone by the next one.
 *
 * <p>Every method throws a {@link dev.pannier.engine.problem.ChartException}: of reason BUSY while
 * somebody else holds the release, of reason UNAVAILABLE when the cluster cannot be reached, else
 * naming all that is wrong, rejections of the cluster at the template lines that caused them.
 */
public final class Releases {
  private final Pannier pannier;
  private final Cluster cluster;
  private final ReleaseStore store;
  private final Clock clock;
  private final Deployer deployer;

  /**
   * The releases of a cluster.
   *
   * @param pannier renders
   * @param store where they are recorded
   * @param clock what records tell the time by
   * @param pause how waiting lets time pass
   */
  public Releases(Pannier pannier, Cluster cluster, ReleaseStore store, Clock clock, Pause pause) {
    this.pannier = pannier;
    this.cluster = cluster;
    this.store = store;
    this.clock = clock;
    this.deployer = new Deployer(cluster, store, clock, pause);
  }

  /** Reads what is recorded. */
  public ReleaseRecords records() {
    return new ReleaseRecords(store);
  }

  /** Makes the first revision of a release. */
  public DeployResult install(DeployRequest request) {
    try (ReleaseSession session = open(request)) {
      Draft draft = draft(request, session.history(), false, Optional.of(cluster));
      return draft.result(() -> session.install(draft.revision()));
    }
  }

  /** Makes the next revision of a release; the first one too, where that is asked for. */
  public DeployResult upgrade(DeployRequest request) {
    try (ReleaseSession session = open(request)) {
      History history = session.history();
      boolean first = request.installs() && !history.wasGood();
      Draft draft = draft(request, history, !first, Optional.of(cluster));
      return draft.result(
          () -> first ? session.install(draft.revision()) : session.upgrade(draft.revision()));
    }
  }

  /**
   * Carries out a plan that was saved, under the options that shape it and further ones.
   *
   * @throws dev.pannier.engine.problem.ChartException when anything but what was planned would
   *     happen now
   */
  public DeployResult carryOut(
      SavedPlan plan,
      LockHolder holder,
      DeployOptions.Builder options,
      Consumer<DeployEvent> events) {
    try (ReleaseSession session = deployer.open(plan.id(), holder, plan.options(options), events)) {
      return new DeployResult(session.carryOut(plan), plan.verb() == Verb.INSTALL, List.of());
    }
  }

  /**
   * Finds out what a request would come to, by dry runs on the cluster; changes nothing.
   *
   * @param upgrade whether to a release that is there
   */
  public Preview preview(DeployRequest request, boolean upgrade) {
    return preview(request, upgrade, Optional.of(cluster));
  }

  /**
   * Finds out how a request differs from what is recorded of its release; asks no cluster and
   * changes nothing.
   *
   * @param upgrade whether to a release that is there
   */
  public Preview previewOffline(DeployRequest request, boolean upgrade) {
    return preview(request, upgrade, Optional.empty());
  }

  private Preview preview(DeployRequest request, boolean upgrade, Optional<Cluster> where) {
    ReleaseId id = request.render().release();
    History history = store.history(id);
    boolean next = upgrade && (history.wasGood() || !request.installs());
    Draft draft = draft(request, history, next, where);
    Plan plan =
        draft
            .notes()
            .explaining(() ->
                where.isPresent()
                    ? deployer.plan(id, draft.revision(), request.options())
                    : ManifestPlan.between(recorded(history), draft.revision().resources()));
    Verb verb = next ? Verb.UPGRADE : Verb.INSTALL;
    Release release =
        PreviewRelease.of(id, history, draft.revision(), draft.upgrade(), clock.instant());
    request.events().accept(new DeployEvent.Planned(verb, release.revision(), plan));
    SavedPlan saved = SavedPlan.of(verb, release, draft.revision().crds(), request.options(), plan);
    return new Preview(plan, new DeployResult(release, !next, draft.warnings()), saved);
  }

  /** The resources that the cluster has, were nobody else at it. */
  private static List<Resource> recorded(History history) {
    return history.deployed().or(history::latest).filter(_ -> history.isLive()).stream()
        .flatMap(release -> ManifestText.read(release).stream())
        .toList();
  }

  /**
   * What differs between two recorded revisions.
   *
   * @param before the number of the one
   * @param after the number of the other; 0 for the newest
   */
  public Plan difference(ReleaseId id, int before, int after) {
    return ManifestPlan.between(
        ManifestText.read(records().get(id, before)), ManifestText.read(records().get(id, after)));
  }

  /**
   * Finds out what a rollback would come to, and tells the plan as an event; changes nothing.
   *
   * @param revision 0 for the last good one before the current one
   * @return the revision whose content would be brought back
   */
  public Release previewRollback(
      ReleaseId id, int revision, DeployOptions options, Consumer<DeployEvent> events) {
    Release target = deployer.rollbackTarget(id, revision);
    Plan plan = deployer.plan(id, RevisionDraft.of(target), options);
    events.accept(new DeployEvent.Planned(Verb.ROLLBACK, store.history(id).next(), plan));
    return target;
  }

  /** Finds out what an uninstall would come to, and tells the plan as an event; changes nothing. */
  public void previewUninstall(ReleaseId id, DeployOptions options, Consumer<DeployEvent> events) {
    Plan plan = deployer.uninstallPlan(id, options);
    int revision = store.history(id).latest().map(Release::revision).orElse(0);
    events.accept(new DeployEvent.Planned(Verb.UNINSTALL, revision, plan));
  }

  /**
   * Finds out what others changed of a release since it was applied; changes nothing.
   *
   * @param ignored fields that do not count, beside those that objects name themselves in the
   *     annotation {@code pannier.dev/ignore-drift}
   */
  public DriftReport drift(ReleaseId id, List<FieldRule> ignored) {
    return deployer.drift(id, ignored);
  }

  /**
   * Sets back what others changed, as a new revision with the same content and without hooks.
   *
   * @param report what was found
   */
  public Release correct(
      ReleaseId id,
      DriftReport report,
      LockHolder holder,
      DeployOptions.Builder options,
      Consumer<DeployEvent> events) {
    try (ReleaseSession session = deployer.open(id, holder, report.correction(options), events)) {
      return session.restore();
    }
  }

  private ReleaseSession open(DeployRequest request) {
    return deployer.open(
        request.render().release(), request.holder(), request.options(), request.events());
  }

  /**
   * A revision to be made.
   *
   * @param upgrade whether it follows another one
   * @param notes explains what goes wrong with it
   */
  private record Draft(
      RevisionDraft revision, boolean upgrade, List<Problem> warnings, ValueNotes notes) {
    DeployResult result(Supplier<Release> work) {
      return new DeployResult(notes.explaining(work), !upgrade, warnings);
    }
  }

  private Draft draft(
      DeployRequest request, History history, boolean upgrade, Optional<Cluster> where) {
    RenderRequest asked = request.render();
    Problems warnings = new Problems();
    UpgradeValues values =
        upgrade
            ? UpgradeValues.of(
                request.reuse(), asked.chart(), asked.values(), current(asked, history), warnings)
            : new UpgradeValues(asked.chart(), asked.values());
    MapNode generated = history.latest().map(Release::generated).orElse(MapNode.EMPTY);
    RenderRequest revision =
        asked.forRevision(
            history.next(), upgrade, generated, where, values.chart(), values.user());
    Pannier.Rendered rendered = pannier.rendered(revision);
    RenderResult result = rendered.result();
    warnings.addAll(result.warnings());
    if (request.checksManifests()) {
      warnings.addAll(rendered.notes().explain(ManifestCheck.of(revision, result)));
    }
    warnings.throwIfErrors();
    RevisionDraft draft =
        new RevisionDraft(
            result.chart(),
            values.user(),
            result.generated(),
            request.skipsCrds() ? List.of() : CrdFiles.read(result.chart()),
            result.resources(),
            result.hooks(),
            result.notes(),
            labels(request, history, upgrade));
    return new Draft(draft, upgrade, warnings.all(), rendered.notes());
  }

  /** As Helm has it: the deployed revision, and where none is, the newest one. */
  private Release current(RenderRequest asked, History history) {
    return history
        .deployed()
        .or(history::latest)
        .filter(_ -> history.isLive())
        .orElseThrow(() -> records().notFound(asked.release()));
  }

  private static Map<String, String> labels(
      DeployRequest request, History history, boolean upgrade) {
    Map<String, String> labels = new TreeMap<>();
    if (upgrade) {
      history.latest().ifPresent(latest -> labels.putAll(latest.labels()));
    }
    labels.putAll(request.labels());
    labels.values().removeIf("null"::equals);
    return labels;
  }

  /**
   * Makes a next revision with the content of an earlier one.
   *
   * @param revision 0 for the last good one before the current one
   */
  public Release rollback(
      ReleaseId id,
      int revision,
      LockHolder holder,
      DeployOptions options,
      Consumer<DeployEvent> events) {
    try (ReleaseSession session = deployer.open(id, holder, options, events)) {
      return session.rollback(revision);
    }
  }

  /**
   * Runs the tests of a release's deployed revision, up to the first that fails.
   *
   * @param chosen of which names they run
   * @param logs whether to tell what each wrote; of one that fails it is told in any case
   */
  public TestReport test(
      ReleaseId id,
      Predicate<String> chosen,
      boolean logs,
      LockHolder holder,
      DeployOptions options,
      Consumer<DeployEvent> events) {
    try (ReleaseSession session = deployer.open(id, holder, options, events)) {
      return session.test(chosen, logs);
    }
  }

  /** Brings what broke off of a release to an end, and does nothing else. */
  public RecoveryResult recover(
      ReleaseId id,
      RecoveryWay way,
      LockHolder holder,
      DeployOptions options,
      Consumer<DeployEvent> events) {
    return deployer.recover(id, way, holder, options, events);
  }

  /** Takes a release away; its last state. */
  public Release uninstall(
      ReleaseId id, LockHolder holder, DeployOptions options, Consumer<DeployEvent> events) {
    try (ReleaseSession session = deployer.open(id, holder, options, events)) {
      return session.uninstall();
    }
  }
}
