package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.MemoryReleaseStore;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Breaks each command at every single write, and lets the next command go to work on what is left.
 * Whatever happened: nothing of no revision stays in the cluster, the history is in line, and a
 * second identical run changes nothing.
 */
class CrashTest {

  @TempDir(factory = FolderInMemory.class)
  Path folder;

  /** The releases before and after: one object goes, one comes, one changes, hooks run. */
  static final RevisionDraft OLD = draft("v1", "gone");

  static final RevisionDraft NEW = draft("v2", "come");
  static final RevisionDraft NEXT = draft("v3", "last");
  static final RevisionDraft CRASHING = draft("crash-1", "come");

  private static RevisionDraft draft(String tag, String extra) {
    String more = "---\napiVersion: v1\nkind: Secret\nmetadata: {name: " + extra + "}\n";
    RevisionDraft draft = Drafts.of(Drafts.WEB.replace("TAG", tag).replace("COLOR", tag) + more);
    return Drafts.with(
        draft,
        List.of(
            Drafts.hook("before", "1", 0, Hook.Event.PRE_UPGRADE, Hook.DeletePolicy.HOOK_SUCCEEDED),
            Drafts.hook("after", "1", 0, Hook.Event.POST_UPGRADE)),
        List.of());
  }

  private static TreeSet<String> objects(String extra) {
    return new TreeSet<>(List.of("ConfigMap/web", "Deployment/web", "Secret/" + extra));
  }

  /** Breaks one command at each of its writes in turn, each time in a sandbox of its own. */
  private void everywhere(
      Killing.How how,
      Function<Rig, ?> before,
      DeployOptions options,
      Function<ReleaseSession, Release> command,
      Function<Rig, ?> next) {
    for (int k : IntStream.rangeClosed(1, 200).toArray()) {
      Rig rig =
          new Rig(folder.resolve(how + "-" + k), new MemoryReleaseStore(), Duration.ofMillis(100));
      before.apply(rig);
      Killing killing = new Killing(k, how);
      String outcome = "done";
      try {
        rig.run(killing.cluster(rig.cluster), killing.store(rig.store), options, command);
      } catch (Killing.Killed e) {
        outcome = "killed";
      } catch (ChartException e) {
        outcome = e.getMessage();
      }
      if (!killing.happened()) {
        assertThat(k).as("writes of one command").isGreaterThan(2);
        return;
      }
      try {
        next.apply(rig);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            how + " at write " + k + " (" + outcome + "), then " + rig.story(), e);
      }
    }
    throw new AssertionError("more writes than anybody needs");
  }

  private static void isSound(Rig rig, String extra) {
    assertThat(rig.owned()).isEqualTo(objects(extra));
    History history = rig.history();
    assertThat(history.latest().orElseThrow().status()).isEqualTo(Status.DEPLOYED);
    assertThat(history.revisions()).filteredOn(each -> each.status() == Status.DEPLOYED).hasSize(1);
    assertThat(history.revisions()).noneMatch(each -> each.status().isPending());
    List<Integer> numbers = history.revisions().stream().map(Release::revision).toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    assertThat(rig.store.journal(Rig.WEB).isEmpty()).isTrue();
  }

  /** The next upgrade heals, and the same once more changes nothing. */
  private static Void upgradeHeals(Rig rig) {
    rig.run(
        Rig.options().build(),
        session -> session.history().isLive() ? session.upgrade(NEXT) : session.install(NEXT));
    isSound(rig, "last");
    rig.events.clear();
    rig.upgrade(NEXT);
    assertThat(rig.events(DeployEvent.Planned.class).getFirst().plan().isEmpty()).isTrue();
    isSound(rig, "last");
    return null;
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_install_broken_anywhere_is_healed_by_the_next_upgrade(Killing.How how) {
    everywhere(
        how,
        rig -> rig,
        Rig.options().build(),
        session -> session.install(OLD),
        CrashTest::upgradeHeals);
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_install_broken_anywhere_can_be_installed_again(Killing.How how) {
    everywhere(
        how,
        rig -> rig,
        Rig.options().build(),
        session -> session.install(OLD),
        rig -> {
          rig.heal();
          if (!rig.history().wasGood()) {
            rig.install(NEW);
            isSound(rig, "come");
          }
          return rig;
        });
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_atomic_install_broken_anywhere_leaves_nothing_or_all(Killing.How how) {
    everywhere(
        how,
        rig -> rig,
        Rig.options().atomic(true).build(),
        session -> session.install(OLD),
        rig -> {
          rig.heal();
          assertThat(rig.owned()).isIn(objects("gone"), new TreeSet<>());
          assertThat(rig.history().isLive()).isEqualTo(!rig.owned().isEmpty());
          return upgradeHeals(rig);
        });
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_upgrade_broken_anywhere_is_healed_by_the_next_upgrade(Killing.How how) {
    everywhere(
        how,
        rig -> rig.install(OLD),
        Rig.options().build(),
        session -> session.upgrade(NEW),
        CrashTest::upgradeHeals);
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_upgrade_broken_anywhere_can_be_rolled_back(Killing.How how) {
    everywhere(
        how,
        rig -> rig.install(OLD),
        Rig.options().build(),
        session -> session.upgrade(NEW),
        rig -> {
          rig.run(Rig.options().build(), session -> session.rollback(1));
          isSound(rig, "gone");
          return rig;
        });
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_upgrade_broken_anywhere_can_be_uninstalled(Killing.How how) {
    everywhere(
        how,
        rig -> rig.install(OLD),
        Rig.options().build(),
        session -> session.upgrade(NEW),
        rig -> {
          rig.run(Rig.options().build(), ReleaseSession::uninstall);
          assertThat(rig.owned()).isEmpty();
          assertThat(rig.story()).isEmpty();
          return rig;
        });
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_atomic_upgrade_broken_anywhere_ends_at_one_good_revision(Killing.How how) {
    everywhere(
        how,
        rig -> rig.install(OLD),
        Rig.options().atomic(true).build(),
        session -> session.upgrade(CRASHING),
        rig -> {
          rig.heal();
          if (how == Killing.How.KILLED_AFTER) {
            isSound(rig, "gone");
          }
          return upgradeHeals(rig);
        });
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void a_rollback_broken_anywhere_is_healed_by_the_next_upgrade(Killing.How how) {
    everywhere(
        how,
        rig -> {
          rig.install(OLD);
          return rig.upgrade(NEW);
        },
        Rig.options().build(),
        session -> session.rollback(0),
        CrashTest::upgradeHeals);
  }

  @ParameterizedTest
  @EnumSource(Killing.How.class)
  void an_uninstall_broken_anywhere_is_finished_by_the_next_command(Killing.How how) {
    everywhere(
        how,
        rig -> rig.install(OLD),
        Rig.options().build(),
        ReleaseSession::uninstall,
        rig -> {
          rig.run(
              Rig.options().build(),
              session -> session.history().isLive() ? session.uninstall() : null);
          assertThat(rig.owned()).isEmpty();
          assertThat(rig.story()).isEmpty();
          return upgradeHeals(rig);
        });
  }
}
