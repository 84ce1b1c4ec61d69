package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Fault;
import dev.pannier.test.cluster.Request;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every write of a store, when its request or the answer to it is lost on the way. */
class LostAnswerTest {

  private static final LockHolder ME =
      new LockHolder("here", 7, "pannier upgrade web", Releases.WHEN);

  private ControlPlane plane;
  private ChaosProxy proxy;
  private ReleaseStore store;

  private enum Loss {
    REQUEST(Fault.dropRequest()),
    ANSWER(Fault.dropAnswer());

    private final Fault fault;

    Loss(Fault fault) {
      this.fault = fault;
    }
  }

  @BeforeEach
  void empty() {
    plane = RecordRoom.emptied();
    proxy = plane.proxy();
    store = RecordRoom.store(RecordRoom.server(proxy.kubeconfig()), RecordKind.SECRET);
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  private void lose(Loss loss) {
    proxy.at(1, Request::writes, loss.fault);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void a_revision_is_created_once(Loss loss) {
    lose(loss);
    Release created = store.create(Releases.rich(1, Status.PENDING_INSTALL));

    assertThat(store.history(Releases.ID).revisions()).hasSize(1);
    lose(loss);
    Release updated = store.update(created.with(Status.DEPLOYED, "done"));
    assertThat(store.update(updated.with(Status.SUPERSEDED, "old")).status())
        .isEqualTo(Status.SUPERSEDED);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void what_somebody_else_recorded_is_not_taken_for_ours(Loss loss) {
    ReleaseStore other = RecordRoom.store(RecordRoom.server(plane.kubeconfig()), RecordKind.SECRET);
    Release theirs = other.create(Releases.plain(1, Status.PENDING_INSTALL));
    lose(loss);
    assertThatThrownBy(() -> store.create(Releases.plain(1, Status.FAILED)))
        .hasMessageContaining("recorded by somebody else");

    other.update(theirs.with(Status.DEPLOYED, "done"));
    lose(loss);
    assertThatThrownBy(() -> store.update(theirs.with(Status.FAILED, "no")))
        .hasMessageContaining("changed by somebody else");
    assertThat(other.history(Releases.ID).latest().orElseThrow().status())
        .isEqualTo(Status.DEPLOYED);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void a_revision_is_deleted(Loss loss) {
    store.create(Releases.plain(1, Status.DEPLOYED));
    lose(loss);
    store.delete(Releases.ID, 1);

    assertThat(store.history(Releases.ID).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void a_journal_is_written_changed_and_removed(Loss loss) {
    ResourceId id = new ResourceId("v1", "ConfigMap", "default", "web");
    lose(loss);
    Journal written =
        store.write(
            Releases.ID,
            Journal.EMPTY.touching(List.of(new Journal.Touched(id, Journal.Found.ABSENT))));
    assertThat(store.journal(Releases.ID)).isEqualTo(written);

    lose(loss);
    Journal further = store.write(Releases.ID, written.ended());
    assertThat(store.journal(Releases.ID)).isEqualTo(further);

    lose(loss);
    store.write(Releases.ID, further.cleared());
    assertThat(store.journal(Releases.ID)).isEqualTo(Journal.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void a_release_is_held_and_let_go(Loss loss) {
    lose(loss);
    ReleaseLock lock = store.lock(Releases.ID, ME);
    lock.ensureHeld();
    assertThat(store.holder(Releases.ID)).hasValue(ME);

    lose(loss);
    lock.close();
    assertThat(plane.client().leases().inNamespace("default").list().getItems()).isEmpty();
  }

  @Test
  void an_overloaded_server_is_asked_again() {
    proxy.at(1, Request::writes, new Fault.Answer(503, "{}", List.of("Retry-After: 0")));
    store.create(Releases.plain(1, Status.DEPLOYED));

    assertThat(store.history(Releases.ID).revisions()).hasSize(1);
  }

  @Test
  void a_server_that_never_takes_it_is_told_so() {
    proxy.always(Request::writes, Fault.dropRequest());

    assertThatThrownBy(() -> store.create(Releases.plain(1, Status.DEPLOYED)))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.UNAVAILABLE));
  }
}
