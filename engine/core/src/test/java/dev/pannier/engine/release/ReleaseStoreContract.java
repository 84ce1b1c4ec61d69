package dev.pannier.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every store must do. */
public abstract class ReleaseStoreContract {

  protected static final LockHolder ME =
      new LockHolder("here", 7, "pannier upgrade web", Instant.parse("2026-11-20T12:00:00Z"));

  /** Nothing to prepare. */
  protected ReleaseStoreContract() {}

  protected abstract ReleaseStore store();

  /** The same store as another process would open it. */
  protected abstract ReleaseStore sameAgain();

  @Test
  void a_created_revision_reads_back_as_it_was() {
    Release created = store().create(Releases.rich(1, Status.DEPLOYED));

    Release read = sameAgain().history(Releases.ID).revision(1).orElseThrow();

    Releases.assertSame(read, created);
    assertThat(read.storeVersion()).isEqualTo(created.storeVersion()).isNotEmpty();
  }

  @Test
  void an_unknown_release_has_no_history_and_an_empty_journal() {
    assertThat(store().history(Releases.ID).isEmpty()).isTrue();
    assertThat(store().journal(Releases.ID).isEmpty()).isTrue();
    assertThat(store().list("").releases()).isEmpty();
  }

  @Test
  void a_revision_cannot_be_created_twice() {
    store().create(Releases.plain(1, Status.DEPLOYED));

    assertThatThrownBy(() -> sameAgain().create(Releases.plain(1, Status.FAILED)))
        .isInstanceOfSatisfying(
            ChartException.class, e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
        .hasMessageContaining("recorded by somebody else");
  }

  @Test
  void an_update_of_what_was_changed_meanwhile_is_refused() {
    Release created = store().create(Releases.plain(1, Status.PENDING_INSTALL));
    Release updated = sameAgain().update(created.with(Status.DEPLOYED, "done"));

    assertThatThrownBy(() -> store().update(created.with(Status.FAILED, "no")))
        .hasMessageContaining("changed by somebody else");
    assertThat(store().update(updated.with(Status.SUPERSEDED, "old")).status())
        .isEqualTo(Status.SUPERSEDED);
  }

  @Test
  void an_update_of_what_is_not_there_is_refused() {
    assertThatThrownBy(() -> store().update(Releases.plain(1, Status.FAILED)))
        .isInstanceOf(ChartException.class);
  }

  @Test
  void a_history_is_in_order_and_without_what_was_deleted() {
    for (int revision : new int[] {10, 2, 9, 1}) {
      store().create(Releases.plain(revision, Status.SUPERSEDED));
    }
    store().delete(Releases.ID, 9);
    store().delete(Releases.ID, 99);

    assertThat(sameAgain().history(Releases.ID).revisions())
        .extracting(Release::revision)
        .containsExactly(1, 2, 10);
  }

  @Test
  void the_list_holds_the_newest_revision_of_each_release() {
    store().create(Releases.plain(1, Status.SUPERSEDED));
    store().create(Releases.plain(2, Status.DEPLOYED));
    store().create(Releases.of(ReleaseId.of("other", "web"), 1, Status.DEPLOYED));
    store().create(Releases.of(ReleaseId.of("default", "api"), 3, Status.FAILED));

    assertThat(sameAgain().list("").releases())
        .extracting(each -> each.id() + " " + each.revision())
        .containsExactly("default/api 3", "default/web 2", "other/web 1");
    assertThat(sameAgain().list("default").releases())
        .extracting(each -> each.id() + " " + each.revision())
        .containsExactly("default/api 3", "default/web 2");
    assertThat(sameAgain().list("nowhere").releases()).isEmpty();
  }

  @Test
  void the_list_tells_what_is_known_of_a_revision_in_brief() {
    Release created = store().create(Releases.rich(1, Status.DEPLOYED));

    assertThat(sameAgain().list("").releases()).containsExactly(ReleaseSummary.of(created));
    assertThat(sameAgain().list("").problems()).isEmpty();
  }

  @Test
  void a_failed_upgrade_is_listed_and_not_the_good_revision_before() {
    store().create(Releases.plain(1, Status.SUPERSEDED));
    store().create(Releases.plain(2, Status.DEPLOYED));
    store().create(Releases.plain(3, Status.FAILED));

    assertThat(sameAgain().list("default").releases())
        .extracting(each -> each.revision() + " " + each.status().word())
        .containsExactly("3 failed");
  }

  @Test
  void a_journal_reads_back_and_an_empty_one_is_gone() {
    Operation operation =
        Operation.of(
                Verb.ROLLBACK,
                4,
                new Operation.Terms(true, true, true, true),
                "0123456789abcdef",
                ME.since(),
                ME)
            .at(Operation.Phase.PRUNE)
            .ran("a b");
    ResourceId id = new ResourceId("apps/v1", "Deployment", "default", "web");
    ResourceId role = new ResourceId("rbac.authorization.k8s.io/v1", "ClusterRole", "", "x:y");
    Journal journal =
        Journal.EMPTY
            .with(operation)
            .touching(
                List.of(
                    new Journal.Touched(id, Journal.Found.TAKEN),
                    new Journal.Touched(role, Journal.Found.ABSENT)));

    Journal written = store().write(Releases.ID, journal);
    assertThat(written.storeVersion()).isNotEmpty();
    assertThat(sameAgain().journal(Releases.ID))
        .isEqualTo(written)
        .isEqualTo(journal.storedAs(written.storeVersion()));

    Journal further = store().write(Releases.ID, written.ended());
    assertThat(sameAgain().journal(Releases.ID)).isEqualTo(further);

    assertThat(store().write(Releases.ID, further.cleared())).isEqualTo(Journal.EMPTY);
    assertThat(sameAgain().journal(Releases.ID)).isEqualTo(Journal.EMPTY);
    assertThat(store().write(Releases.ID, Journal.EMPTY)).isEqualTo(Journal.EMPTY);
  }

  @Test
  void a_journal_that_was_changed_meanwhile_is_not_replaced() {
    ResourceId id = new ResourceId("v1", "ConfigMap", "default", "web");
    Journal journal =
        Journal.EMPTY.touching(List.of(new Journal.Touched(id, Journal.Found.ABSENT)));
    Journal written = store().write(Releases.ID, journal);

    assertBusy(() -> sameAgain().write(Releases.ID, journal));
    Journal theirs = sameAgain().write(Releases.ID, written.ended());
    assertBusy(() -> store().write(Releases.ID, written.ended()));
    assertBusy(() -> store().write(Releases.ID, written.cleared()));

    assertThat(store().journal(Releases.ID)).isEqualTo(theirs);
  }

  private static void assertBusy(ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ChartException.class, e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
        .hasMessageContaining("changed by somebody else");
  }

  @Test
  void a_held_release_is_busy_and_says_who_holds_it() {
    ReleaseLock lock = store().lock(Releases.ID, ME);

    assertThatThrownBy(() -> sameAgain().lock(Releases.ID, ME))
        .isInstanceOfSatisfying(
            ChartException.class, e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
        .hasMessageContaining(
            "held by `pannier upgrade web` (process 7 on here, since 2026-11-20T12:00:00Z)");
    store().lock(ReleaseId.of("default", "other"), ME).close();
    lock.ensureHeld();

    lock.close();
    sameAgain().lock(Releases.ID, ME).close();
  }

  @Test
  void who_holds_a_release_can_be_asked_without_taking_hold_of_it() {
    assertThat(store().holder(Releases.ID)).isEmpty();
    ReleaseLock lock = store().lock(Releases.ID, ME);

    assertThat(sameAgain().holder(Releases.ID)).hasValue(ME);
    assertThat(sameAgain().holder(ReleaseId.of("default", "other"))).isEmpty();
    assertThatThrownBy(() -> sameAgain().lock(Releases.ID, ME))
        .hasMessageContaining("held by")
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> assertThat(e.problems().getFirst().hint()).contains("`--wait-lock 1m`"));

    lock.close();
    assertThat(sameAgain().holder(Releases.ID)).isEmpty();
  }

  @Test
  void labels_are_kept_beside_the_record() {
    store().create(Releases.rich(1, Status.DEPLOYED));

    assertThat(sameAgain().history(Releases.ID).revision(1).orElseThrow().labels())
        .isEqualTo(Map.of("team", "blue"));
  }
}
