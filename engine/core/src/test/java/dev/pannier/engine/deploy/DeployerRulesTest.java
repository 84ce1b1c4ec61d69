package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.HookRun;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerRulesTest {

  @TempDir(factory = FolderInMemory.class)
  Path folder;

  private static final ReleaseId OTHER = ReleaseId.of("default", "other");
  private static final LockHolder HOLDER =
      new LockHolder("here", 2, "pannier upgrade web", Instant.EPOCH);

  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private static RevisionDraft map(String name, String more) {
    return Drafts.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + more + "}}");
  }

  private ChartException failure(Runnable command) {
    ChartException failure = catchThrowableOfType(ChartException.class, command::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void hooks_run_by_weight_then_name_and_are_recorded() {
    RevisionDraft draft =
        Drafts.with(
            Drafts.web("v1"),
            List.of(
                Drafts.hook("late", "1", 5, Hook.Event.PRE_INSTALL),
                Drafts.hook("b", "1", -1, Hook.Event.PRE_INSTALL),
                Drafts.hook("a", "1", -1, Hook.Event.PRE_INSTALL),
                Drafts.hook("end", "1", -9, Hook.Event.POST_INSTALL),
                Drafts.hook("other", "1", 0, Hook.Event.PRE_UPGRADE)),
            List.of());

    Release release = rig.install(draft);

    assertThat(rig.events(DeployEvent.HookFinished.class))
        .extracting(each -> each.event().word() + " " + each.id().name() + " " + each.succeeded())
        .containsExactly(
            "pre-install a true",
            "pre-install b true",
            "pre-install late true",
            "post-install end true");
    assertThat(rig.events(DeployEvent.HookFinished.class).getFirst().log()).contains("ready");
    assertThat(rig.history().latest().orElseThrow().hooks())
        .extracting(each -> each.lastRun().phase())
        .containsOnly(HookRun.Phase.SUCCEEDED, HookRun.Phase.NEVER);
    assertThat(release.hooks()).hasSize(5);
  }

  @Test
  void hooks_are_deleted_as_their_policies_say() {
    rig.install(
        Drafts.with(
            Drafts.web("v1"),
            List.of(
                Drafts.hook("stays", "1", 0, Hook.Event.PRE_INSTALL),
                Drafts.hook(
                    "goes", "1", 1, Hook.Event.PRE_INSTALL, Hook.DeletePolicy.HOOK_SUCCEEDED)),
            List.of()));

    assertThat(rig.object("batch/v1", "Job", "stays")).isPresent();
    assertThat(rig.object("batch/v1", "Job", "goes")).isEmpty();
  }

  @Test
  void a_hook_that_fails_fails_the_release_before_anything_is_applied() {
    RevisionDraft draft =
        Drafts.with(
            Drafts.web("v1"),
            List.of(
                Drafts.hook(
                    "bad", "crash", 0, Hook.Event.PRE_INSTALL, Hook.DeletePolicy.HOOK_FAILED)),
            List.of());

    ChartException failure = failure(() -> rig.install(draft));

    assertThat(failure).hasMessageContaining("`Job/bad` has failed: Job has reached");
    assertThat(rig.events(DeployEvent.HookFinished.class).getFirst().log())
        .contains("fatal: the tag `crash` tells this image to crash");
    assertThat(rig.story()).containsExactly("1 failed");
    assertThat(rig.owned()).isEmpty();
    assertThat(rig.object("batch/v1", "Job", "bad")).isEmpty();
  }

  @Test
  void without_hooks_none_runs() {
    RevisionDraft draft =
        Drafts.with(
            Drafts.web("v1"),
            List.of(Drafts.hook("bad", "crash", 0, Hook.Event.PRE_INSTALL)),
            List.of());

    rig.run(Rig.options().noHooks(true).build(), session -> session.install(draft));

    assertThat(rig.story()).containsExactly("1 deployed");
  }

  @Test
  void a_failure_names_the_workload_the_pod_the_log_and_the_template_line() {
    ChartException failure = failure(() -> rig.install(Drafts.web("crash-1")));

    assertThat(failure.problems().getFirst().message())
        .matches(
            "`Deployment/web` does not become ready: pod `web-\\w+-\\w+`, container `web` is in"
                + " CrashLoopBackOff, exit code 1.");
    assertThat(rig.history().latest().orElseThrow().info().description())
        .startsWith("Install failed: `Deployment/web` does not become ready: pod `web-");
    assertThat(failure.problems().getFirst().location().toString())
        .isEqualTo("web/templates/all.yaml.hbs:22:18");
    assertThat(failure.problems().getFirst().notes().getLast().message())
        .isEqualTo("its last words: fatal: the tag `crash-1` tells this image to crash");
    assertThat(rig.events(DeployEvent.Failed.class)).hasSize(1);
  }

  @Test
  void a_failure_is_told_long_before_the_timeout() {
    var begun = rig.time.instant();
    failure(() -> rig.install(Drafts.web("crash-1")));

    assertThat(Duration.between(begun, rig.time.instant())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void what_is_slow_is_named_when_the_time_is_over() {
    DeployOptions hasty = Rig.options().timeout(Duration.ofMillis(100)).build();

    ChartException failure = failure(() -> rig.run(hasty, s -> s.install(Drafts.web("v1"))));

    assertThat(failure).hasMessageContaining("`Deployment/web` is not ready in time: ");
  }

  @Test
  void an_atomic_install_that_fails_is_taken_away() {
    DeployOptions atomic = Rig.options().atomic(true).build();

    ChartException failure = failure(() -> rig.run(atomic, s -> s.install(Drafts.web("crash"))));

    assertThat(failure).hasMessageContaining("was taken away again");
    assertThat(rig.owned()).isEmpty();
    assertThat(rig.story()).isEmpty();
  }

  @Test
  void an_object_of_somebody_else_is_not_touched() {
    rig.install(map("taken", ""));
    rig.release = ReleaseId.of("default", "other");

    ChartException failure = failure(() -> rig.install(map("taken", "")));

    assertThat(failure)
        .hasMessageContaining(
            "`ConfigMap/taken` is there already and belongs to release `web` in namespace"
                + " `default`.");
    assertThat(rig.story()).isEmpty();
    assertThat(rig.store.journal(rig.release).isEmpty()).isTrue();
  }

  @Test
  void an_object_taken_over_is_not_deleted_when_the_install_is_undone() {
    rig.install(map("taken", ""));
    rig.release = ReleaseId.of("default", "other");
    RevisionDraft draft =
        Drafts.of(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: taken}}\n---\n"
                + Drafts.WEB.replace("TAG", "crash").replace("COLOR", "x"));

    failure(() ->
        rig.run(Rig.options().atomic(true).takeOwnership(true).build(), s -> s.install(draft)));

    assertThat(rig.object("v1", "ConfigMap", "taken")).isPresent();
    assertThat(rig.object("apps/v1", "Deployment", "web")).isEmpty();
  }

  @Test
  void what_wants_to_stay_stays() {
    rig.install(map("kept", ", annotations: {helm.sh/resource-policy: keep}"));
    rig.upgrade(map("new", ""));
    assertThat(rig.events(DeployEvent.Kept.class)).hasSize(1);

    rig.run(Rig.options().build(), ReleaseSession::uninstall);

    assertThat(rig.object("v1", "ConfigMap", "kept")).isPresent();
    assertThat(rig.object("v1", "ConfigMap", "new")).isEmpty();
  }

  @Test
  void what_people_changed_by_hand_is_set_back_and_told() throws IOException {
    rig.install(Drafts.web("v1"));
    Path file = folder.resolve("default/ConfigMap.web.yaml");
    Files.writeString(file, Files.readString(file).replace("color: v1", "color: pink"));

    rig.upgrade(Drafts.web("v1"));

    assertThat(rig.events(DeployEvent.FieldsTaken.class).getFirst().conflicts())
        .extracting(ApplyResult.Conflict::path)
        .containsExactly("data.color");
    assertThat(Files.readString(file)).contains("color: v1");
  }

  @Test
  void what_another_tool_holds_stops_the_upgrade_with_the_path_at_the_template() {
    rig.install(Drafts.web("v1"));
    var id = new ResourceId("v1", "ConfigMap", "default", "web");
    MapNode live = rig.object("v1", "ConfigMap", "web").orElseThrow();
    MapNode theirs = live.without("metadata").with("data", data("pink"));
    rig.cluster.apply(
        id,
        theirs.with("metadata", ClusterContract.yaml("{name: web, namespace: default}")),
        new ApplyMode("operator", true, false));

    ChartException failure = failure(() -> rig.upgrade(Drafts.web("v2")));

    assertThat(failure.problems().getFirst().toString())
        .isEqualTo(
            "web/templates/all.yaml.hbs:6:10: `ConfigMap/web`, `data.color` is held by"
                + " `operator`.");
    assertThat(rig.story()).containsExactly("1 deployed");
    rig.run(Rig.options().forceConflicts(true).build(), s -> s.upgrade(Drafts.web("v2")));
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
  }

  private static MapNode data(String color) {
    return ClusterContract.yaml("{color: " + color + "}");
  }

  @Test
  void everything_that_is_refused_is_told_at_once_and_nothing_is_written() {
    RevisionDraft draft =
        Drafts.of(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: Bad_Name}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: fine}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: fine, labels: {n: 1}}}
            """);

    ChartException failure = failure(() -> rig.install(draft));

    assertThat(failure.problems()).extracting(each -> each.location().line()).containsExactly(1, 5);
    assertThat(rig.owned()).isEmpty();
    assertThat(rig.story()).isEmpty();
  }

  @Test
  void the_same_object_twice_is_an_error_at_both_places() {
    String twin = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n";

    ChartException failure = failure(() -> rig.install(Drafts.of(twin + "---\n" + twin)));

    assertThat(failure.problems().getFirst().notes().getFirst().location().line()).isEqualTo(1);
    assertThat(failure.problems().getFirst().location().line()).isEqualTo(3);
  }

  @Test
  void a_namespace_is_made_only_when_asked_for_and_outlives_the_release() {
    rig.release = ReleaseId.of("team", "web");
    assertThat(failure(() -> rig.install(map("a", ""))))
        .hasMessageContaining("no namespace `team`");

    DeployOptions create = Rig.options().createNamespace(true).build();
    rig.run(create, session -> session.install(map("a", "")));
    rig.run(create, ReleaseSession::uninstall);

    assertThat(folder.resolve("_cluster/Namespace.team.yaml")).exists();
    assertThat(rig.owned()).isEmpty();
  }

  @Test
  void custom_resources_come_after_the_definitions_that_come_with_them() {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: KINDs.example.test}
        spec:
          group: example.test
          scope: Cluster
          names: {kind: KIND, plural: KINDs}
          versions: [{name: v1, served: true, storage: true}]
        """;
    RevisionDraft draft =
        Drafts.with(
            Drafts.of(
                "{apiVersion: example.test/v1, kind: Thing, metadata: {name: x}}\n---\n"
                    + definition.replace("KINDs", "widgets").replace("KIND", "Widget")
                    + "---\n{apiVersion: example.test/v1, kind: Widget, metadata: {name: w}}\n"),
            List.of(),
            Drafts.resources(definition.replace("KINDs", "things").replace("KIND", "Thing")));

    rig.install(draft);

    assertThat(folder.resolve("_cluster/Thing.example.test.x.yaml")).exists();
    assertThat(folder.resolve("_cluster/Widget.example.test.w.yaml")).exists();
    rig.run(Rig.options().build(), ReleaseSession::uninstall);
    assertThat(folder.resolve("_cluster/Thing.example.test.x.yaml")).doesNotExist();
    assertThat(folder.resolve("_cluster/CustomResourceDefinition.things.example.test.yaml"))
        .exists();
  }

  @Test
  void a_failed_revision_leaves_nothing_that_a_later_one_does_not_want() {
    rig.install(Drafts.web("v1"));
    String extra = "---\n{apiVersion: v1, kind: Secret, metadata: {name: lost}}\n";
    failure(() ->
        rig.upgrade(Drafts.of(Drafts.WEB.replace("TAG", "crash").replace("COLOR", "x") + extra)));
    assertThat(rig.owned()).contains("Secret/lost");

    rig.upgrade(Drafts.web("v2"));

    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");
    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
  }

  @Test
  void cleanup_on_fail_deletes_what_the_failed_upgrade_made() {
    rig.install(Drafts.web("v1"));
    String extra = "---\n{apiVersion: v1, kind: Secret, metadata: {name: lost}}\n";
    RevisionDraft bad = Drafts.of(Drafts.WEB.replace("TAG", "crash").replace("COLOR", "x") + extra);

    failure(() -> rig.run(Rig.options().cleanupOnFail(true).build(), s -> s.upgrade(bad)));

    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");
  }

  @Test
  void a_rollback_makes_a_new_revision_of_the_old_content() {
    rig.install(Drafts.web("v1"));
    rig.upgrade(Drafts.web("v2"));

    Release release = rig.run(Rig.options().build(), session -> session.rollback(0));

    assertThat(rig.story()).containsExactly("1 superseded", "2 superseded", "3 deployed");
    assertThat(release.info().description()).isEqualTo("Rollback to 1");
    assertThat(release.info().rollbackRevision()).isEqualTo(1);
    assertThat(rig.object("v1", "ConfigMap", "web").orElseThrow().map("data"))
        .isEqualTo(data("v1"));
  }

  @Test
  void a_rollback_after_a_failure_goes_to_the_good_revision() {
    rig.install(Drafts.web("v1"));
    failure(() -> rig.upgrade(Drafts.web("crash")));

    Release release = rig.run(Rig.options().build(), session -> session.rollback(0));

    assertThat(release.info().rollbackRevision()).isEqualTo(1);
  }

  @Test
  void the_history_keeps_as_many_revisions_as_asked_and_the_current_one() {
    DeployOptions three = Rig.options().historyMax(3).build();
    rig.install(map("a", ""));
    for (int i = 0; i < 4; i++) {
      rig.run(three, session -> session.upgrade(map("a", "")));
    }

    assertThat(rig.story()).containsExactly("3 superseded", "4 superseded", "5 deployed");
  }

  @Test
  void a_history_of_failures_is_cut_too_and_what_they_left_still_goes() {
    DeployOptions three = Rig.options().historyMax(3).build();
    rig.install(Drafts.web("v1"));
    for (int i = 0; i < 5; i++) {
      String extra = "---\n{apiVersion: v1, kind: Secret, metadata: {name: lost-" + i + "}}\n";
      RevisionDraft bad =
          Drafts.of(Drafts.WEB.replace("TAG", "crash").replace("COLOR", "x") + extra);
      failure(() -> rig.run(three, session -> session.upgrade(bad)));
    }
    assertThat(rig.story()).containsExactly("1 deployed", "5 failed", "6 failed");

    rig.run(three, session -> session.upgrade(Drafts.web("v2")));

    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");
    assertThat(rig.story()).containsExactly("1 superseded", "6 failed", "7 deployed");
  }

  @Test
  void a_kept_history_is_uninstalled_and_can_be_installed_again_and_rolled_back() {
    rig.install(Drafts.web("v1"));
    rig.run(Rig.options().keepHistory(true).build(), ReleaseSession::uninstall);
    assertThat(rig.story()).containsExactly("1 uninstalled");
    assertThat(rig.owned()).isEmpty();

    rig.run(Rig.options().build(), session -> session.rollback(1));

    assertThat(rig.story()).containsExactly("1 uninstalled", "2 deployed");
    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");
  }

  @Test
  void what_is_installed_is_not_installed_again_and_what_is_not_there_not_upgraded() {
    assertThat(failure(() -> rig.upgrade(map("a", "")))).hasMessageContaining("no release `web`");
    rig.install(map("a", ""));
    assertThat(failure(() -> rig.install(map("a", "")))).hasMessageContaining("installed already");
  }

  @Test
  void a_rollback_and_an_uninstall_can_be_planned_while_somebody_holds_the_release() {
    rig.install(Drafts.web("v1"));
    rig.upgrade(
        Drafts.of(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data: {color: red}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: web}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kept, annotations: {helm.sh/resource-policy: keep}}
            """));
    Deployer deployer = new Deployer(rig.cluster, rig.store, rig.time, rig.time);
    try (ReleaseLock _ = rig.store.lock(Rig.WEB, HOLDER)) {
      Release target = deployer.rollbackTarget(Rig.WEB, 0);
      Plan back = deployer.plan(Rig.WEB, RevisionDraft.of(target), DeployOptions.DEFAULTS);
      Plan away = deployer.uninstallPlan(Rig.WEB, DeployOptions.DEFAULTS);

      assertThat(target.revision()).isEqualTo(1);
      assertThat(told(back))
          .containsExactlyInAnyOrder(
              "Update ConfigMap/web", "Create Deployment/web",
              "Delete Secret/web", "Keep ConfigMap/kept");
      assertThat(told(away))
          .containsExactly("Delete ConfigMap/web", "Delete Secret/web", "Keep ConfigMap/kept");
    }
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
    assertThat(rig.owned()).containsExactly("ConfigMap/kept", "ConfigMap/web", "Secret/web");
  }

  private static List<String> told(Plan plan) {
    return plan.changes().stream()
        .map(each -> each.getClass().getSimpleName() + " " + each.id())
        .toList();
  }

  @Test
  void nothing_good_to_roll_back_to_is_told() {
    rig.install(Drafts.web("v1"));
    Deployer deployer = new Deployer(rig.cluster, rig.store, rig.time, rig.time);

    assertThat(failure(() -> deployer.rollbackTarget(Rig.WEB, 0)))
        .hasMessage("Release `web` has no good revision before the current one.");
    assertThat(failure(() -> deployer.uninstallPlan(OTHER, DeployOptions.DEFAULTS)))
        .hasMessage("There is no release `other` in namespace `default`.");
  }

  @Test
  void an_interrupted_command_takes_hold_of_nothing() {
    rig.install(Drafts.web("v1"));
    Thread.currentThread().interrupt();

    ChartException failure = failure(() -> rig.upgrade(Drafts.web("v2")));

    assertThat(failure.problems().getFirst().code()).isEqualTo("deploy.interrupted");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(rig.story()).containsExactly("1 deployed");
  }

  @Test
  void a_plan_tells_what_changes_and_writes_nothing() {
    rig.install(Drafts.web("v1"));
    String before = rig.history().latest().orElseThrow().storeVersion();
    RevisionDraft draft =
        Drafts.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {color: red}}");

    Plan plan =
        new Deployer(rig.cluster, rig.store, rig.time, rig.time)
            .plan(Rig.WEB, draft, DeployOptions.DEFAULTS);

    assertThat(plan.changes()).hasSize(2);
    assertThat(plan.changes().getFirst())
        .isInstanceOfSatisfying(
            Change.Update.class,
            update ->
                assertThat(update.fields())
                    .extracting(FieldChange::path)
                    .containsExactly("data.color"));
    assertThat(plan.changes().getLast())
        .isInstanceOfSatisfying(
            Change.Delete.class, delete -> assertThat(delete.id()).hasToString("Deployment/web"));
    assertThat(rig.story()).containsExactly("1 deployed");
    assertThat(rig.history().latest().orElseThrow().storeVersion()).isEqualTo(before);
    assertThat(rig.object("v1", "ConfigMap", "web").orElseThrow().map("data"))
        .isEqualTo(data("v1"));
  }

  @Test
  void an_interruption_is_recorded_as_a_failure() {
    Pause interrupted =
        time -> {
          throw new InterruptedException();
        };
    var deployer = new Deployer(rig.cluster, rig.store, rig.time, interrupted);
    var holder = new LockHolder("here", 1, "x", rig.time.instant());

    failure(() -> {
      try (ReleaseSession session =
          deployer.open(Rig.WEB, holder, Rig.options().build(), _ -> {})) {
        session.install(Drafts.web("v1"));
      }
    });

    assertThat(rig.story()).containsExactly("1 failed");
    assertThat(rig.history().latest().orElseThrow().info().description()).contains("interrupted");
  }

  @Test
  void labels_and_generated_values_are_kept() {
    RevisionDraft plain = Drafts.web("v1");
    RevisionDraft draft =
        new RevisionDraft(
            plain.chart(),
            data("blue"),
            data("secret"),
            List.of(),
            plain.resources(),
            List.of(),
            "notes",
            Map.of("team", "blue"));
    rig.install(draft);

    Release read = rig.history().latest().orElseThrow();
    assertThat(read.generated()).isEqualTo(data("secret"));
    assertThat(read.config()).isEqualTo(data("blue"));
    assertThat(read.labels()).isEqualTo(Map.of("team", "blue"));
    assertThat(read.info().notes()).isEqualTo("notes");
  }
}
