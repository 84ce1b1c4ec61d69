package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.MemoryReleaseStore;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any commands in any order, some of them killed: what a good revision leaves is always the same.
 */
class RandomOperationsTest {

  private static final int COMMANDS = 25;

  @TempDir(factory = FolderInMemory.class)
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void after_any_commands_a_good_upgrade_leaves_exactly_what_it_wants(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Rig rig = new Rig(folder, new MemoryReleaseStore(), Duration.ofMillis(100));
    List<String> told = new ArrayList<>();
    try {
      for (int i = 0; i < COMMANDS; i++) {
        told.add(command(rig, random));
        isInLine(rig);
      }
      rig.run(Rig.options().build(), session -> good(session, draft(random, false)));
      isInLine(rig);
      TreeSet<String> wanted = new TreeSet<>();
      rig.events(DeployEvent.Planned.class)
          .getLast()
          .plan()
          .changes()
          .forEach(change -> {
            if (!(change instanceof Change.Delete || change instanceof Change.Keep)) {
              wanted.add(change.id().toString());
            }
          });
      assertThat(rig.owned()).isEqualTo(wanted);
      rig.run(Rig.options().build(), ReleaseSession::uninstall);
      assertThat(rig.owned()).isEmpty();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + String.join("; ", told), e);
    }
  }

  private static String command(Rig rig, RandomGenerator random) {
    DeployOptions options =
        Rig.options()
            .atomic(random.nextInt(3) == 0)
            .cleanupOnFail(random.nextInt(4) == 0)
            .keepHistory(random.nextBoolean())
            .historyMax(random.nextInt(3, 8))
            .build();
    Killing killing =
        new Killing(
            random.nextInt(1, 40),
            Killing.How.values()[random.nextInt(Killing.How.values().length)]);
    int verb = random.nextInt(6);
    RevisionDraft draft = draft(random, random.nextInt(4) == 0);
    String outcome = "done";
    try {
      rig.run(
          killing.cluster(rig.cluster),
          killing.store(rig.store),
          options,
          session ->
              switch (verb) {
                case 0 -> session.uninstall();
                case 1 -> session.rollback(0);
                case 2 -> session.rollback(random.nextInt(1, session.history().next() + 1));
                default -> good(session, draft);
              });
    } catch (Killing.Killed e) {
      outcome = "killed";
    } catch (ChartException e) {
      outcome = e.problems().getFirst().code();
    }
    return verb + " " + outcome + " " + rig.story();
  }

  private static Release good(ReleaseSession session, RevisionDraft draft) {
    return session.history().wasGood() ? session.upgrade(draft) : session.install(draft);
  }

  private static RevisionDraft draft(RandomGenerator random, boolean crashing) {
    String tag = crashing ? "crash" : "v" + random.nextInt(3);
    StringBuilder yaml = new StringBuilder(Drafts.WEB.replace("TAG", tag).replace("COLOR", tag));
    for (int i = 0; i < 4; i++) {
      if (random.nextBoolean()) {
        yaml.append("---\n{apiVersion: v1, kind: Secret, metadata: {name: s" + i + "}}\n");
      }
    }
    return Drafts.of(yaml.toString());
  }

  private static void isInLine(Rig rig) {
    History history = rig.history();
    List<Integer> numbers = history.revisions().stream().map(Release::revision).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    if (rig.store.journal(Rig.WEB).operation().isEmpty()) {
      assertThat(history.revisions()).noneMatch(each -> each.status().isPending());
      assertThat(history.revisions())
          .filteredOn(each -> each.status() == Status.DEPLOYED)
          .hasSizeLessThan(2);
    }
  }
}
