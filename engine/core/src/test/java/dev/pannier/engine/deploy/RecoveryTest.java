package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of operations that broke off, by the next command or by choice. */
class RecoveryTest {

  private static final LockHolder HOLDER =
      new LockHolder("here", 2, "pannier recover web", Instant.EPOCH);

  @TempDir(factory = FolderInMemory.class)
  Path folder;

  private Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private static RevisionDraft draft(String tag) {
    Hook before = Drafts.hook("before", "1", 0, Hook.Event.PRE_UPGRADE);
    return Drafts.with(Drafts.web(tag), List.of(before), List.of());
  }

  /** Kills a command as soon as it tells of something. */
  private void kill(
      Predicate<DeployEvent> when,
      DeployOptions options,
      Function<ReleaseSession, Release> command) {
    Killing.Killed killed =
        catchThrowableOfType(
            Killing.Killed.class,
            () -> {
              try (ReleaseSession session =
                  new Deployer(rig.cluster, rig.store, rig.time, rig.time)
                      .open(rig.release, HOLDER, options, event -> killIf(when.test(event)))) {
                command.apply(session);
              }
            });
    assertThat(killed).isNotNull();
    assertThat(rig.store.journal(rig.release).operation()).isPresent();
  }

  private static void killIf(boolean now) {
    if (now) {
      throw new Killing.Killed();
    }
  }

  private static boolean isWaiting(DeployEvent event) {
    return event instanceof DeployEvent.Waiting waiting && waiting.id().kind().equals("Deployment");
  }

  private RecoveryResult recover(RecoveryWay way) {
    return new Deployer(rig.cluster, rig.store, rig.time, rig.time)
        .recover(rig.release, way, HOLDER, Rig.options().build(), rig.events::add);
  }

  private ChartException failure(Runnable command) {
    ChartException failure = catchThrowableOfType(ChartException.class, command::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  private void isOver() {
    assertThat(rig.store.journal(rig.release).isEmpty()).isTrue();
  }

  @Test
  void the_same_upgrade_once_more_goes_on_with_its_revision_and_reruns_no_hook() {
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.upgrade(draft("v2")));
    String id = rig.store.journal(rig.release).operation().orElseThrow().id();

    rig.upgrade(draft("v2"));

    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
    assertThat(rig.events(DeployEvent.HookStarted.class)).isEmpty();
    assertThat(rig.events(DeployEvent.Recovering.class).getFirst().operation().id()).isEqualTo(id);
    isOver();
  }

  @Test
  void another_upgrade_takes_the_place_of_the_one_that_broke_off() {
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.upgrade(draft("v2")));

    rig.upgrade(draft("v3"));

    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
    assertThat(rig.events(DeployEvent.HookStarted.class)).hasSize(1);
    isOver();
  }

  @Test
  void the_same_install_once_more_goes_on_and_another_one_begins_anew() {
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.install(draft("v1")));
    rig.install(draft("v1"));
    assertThat(rig.story()).containsExactly("1 deployed");

    rig.run(Rig.options().build(), ReleaseSession::uninstall);
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.install(draft("v1")));
    rig.install(draft("v2"));
    assertThat(rig.story()).containsExactly("1 failed", "2 deployed");
    isOver();
  }

  @Test
  void a_command_that_changes_nothing_leaves_what_can_be_gone_on_with() {
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.upgrade(draft("v2")));

    rig.heal();

    assertThat(rig.story()).containsExactly("1 deployed", "2 pending-upgrade");
    rig.upgrade(draft("v2"));
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
  }

  @Test
  void an_upgrade_that_broke_off_can_be_finished_without_its_chart() {
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.upgrade(draft("v2")));

    RecoveryResult result = recover(RecoveryWay.FORWARD);

    assertThat(result.worked()).isTrue();
    assertThat(result.latest().orElseThrow().status()).isEqualTo(Status.DEPLOYED);
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
    isOver();
  }

  @Test
  void an_atomic_upgrade_that_broke_off_goes_back_by_itself_and_forward_when_told_to() {
    DeployOptions atomic = Rig.options().atomic(true).build();
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, atomic, each -> each.upgrade(draft("v2")));
    recover(RecoveryWay.AS_BEGUN);
    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
    assertThat(rig.history().latest().orElseThrow().info().rollbackRevision()).isEqualTo(1);

    kill(RecoveryTest::isWaiting, atomic, each -> each.upgrade(draft("v2")));
    recover(RecoveryWay.FORWARD);
    assertThat(rig.story())
        .containsExactly("1 superseded", "2 failed", "3 superseded", "4 deployed");
    isOver();
  }

  @Test
  void an_upgrade_that_broke_off_can_be_undone_although_it_was_not_atomic() {
    rig.install(Drafts.web("v1"));
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.upgrade(draft("v2")));

    recover(RecoveryWay.BACK);

    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
    isOver();
  }

  @Test
  void an_install_that_broke_off_can_be_taken_away() {
    kill(RecoveryTest::isWaiting, Rig.options().build(), each -> each.install(draft("v1")));

    RecoveryResult result = recover(RecoveryWay.BACK);

    assertThat(result.latest()).isEmpty();
    assertThat(rig.owned()).isEmpty();
    isOver();
  }

  @Test
  void an_uninstall_that_broke_off_can_be_finished_or_taken_back() {
    rig.install(Drafts.web("v1"));
    Predicate<DeployEvent> when = DeployEvent.Deleted.class::isInstance;
    kill(when, Rig.options().build(), ReleaseSession::uninstall);
    recover(RecoveryWay.BACK);
    assertThat(rig.story()).containsExactly("1 failed", "2 deployed");
    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");

    kill(when, Rig.options().build(), ReleaseSession::uninstall);
    assertThat(recover(RecoveryWay.FORWARD).latest()).isEmpty();
    assertThat(rig.owned()).isEmpty();
    isOver();
  }

  @Test
  void a_rollback_that_failed_is_recorded_and_can_be_tried_again() {
    rig.install(Drafts.web("v1"));
    DeployOptions options = Rig.options().atomic(true).build();
    Killing never = new Killing(Integer.MAX_VALUE, Killing.How.KILLED_AFTER);
    Cluster refusing =
        new ClusterInFront(rig.cluster) {
          private boolean undoing;

          @Override
          public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
            undoing |= !mode.dryRun() && object.toString().contains("crash");
            return undoing && !mode.dryRun() && object.toString().contains(":v1")
                ? new ApplyResult.Refused(
                    List.of(new ApplyResult.Refusal(ApplyResult.Cause.FORBIDDEN, "", "not today")))
                : super.apply(id, object, mode);
          }
        };
    ChartException failure =
        failure(() ->
            rig.run(
                refusing, never.store(rig.store), options, each -> each.upgrade(draft("crash"))));

    assertThat(failure.problems()).extracting(Problem::code).contains("deploy.rollback-failed");
    assertThat(rig.story()).containsExactly("1 deployed", "2 failed", "3 failed");

    recover(RecoveryWay.BACK);
    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 failed", "4 deployed");
    isOver();
  }

  @Test
  void a_failed_upgrade_cannot_be_finished() {
    DeployOptions atomic = Rig.options().atomic(true).build();
    rig.install(Drafts.web("v1"));
    kill(DeployEvent.Undoing.class::isInstance, atomic, each -> each.upgrade(draft("crash")));

    ChartException failure = failure(() -> recover(RecoveryWay.FORWARD));

    assertThat(failure).hasMessageContaining("failed before it broke off");
    recover(RecoveryWay.AS_BEGUN);
    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
  }

  @Test
  void what_another_tool_left_pending_is_busy_until_somebody_takes_it_over() {
    Release release = rig.install(Drafts.web("v1"));
    rig.store.update(release.with(Status.PENDING_UPGRADE, "Preparing upgrade"));

    for (Runnable command :
        List.<Runnable>of(
            () -> rig.upgrade(draft("v2")),
            () -> recover(RecoveryWay.AS_BEGUN),
            () -> recover(RecoveryWay.BACK))) {
      ChartException failure = failure(command);
      assertThat(failure.reason()).isEqualTo(ChartException.Reason.BUSY);
      assertThat(failure.problems().getFirst().hint())
          .contains("`pannier recover web --take-over`");
    }

    recover(RecoveryWay.TAKE_OVER);
    rig.upgrade(draft("v2"));
    assertThat(rig.story()).containsExactly("1 failed", "2 deployed");
  }

  @Test
  void where_nothing_broke_off_nothing_is_done() {
    rig.install(Drafts.web("v1"));
    for (RecoveryWay way : RecoveryWay.values()) {
      assertThat(recover(way).worked()).isFalse();
    }
    assertThat(rig.story()).containsExactly("1 deployed");
  }
}
