package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Fault;
import dev.pannier.test.cluster.Request;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may have a release, by leases on a real API server and clocks that tests turn. */
class LeaseTest {

  private static final String NAME = "dev.pannier.release.web";

  private ControlPlane plane;
  private ApiServer server;

  @BeforeEach
  void empty() {
    plane = RecordRoom.emptied();
    server = RecordRoom.server(plane.kubeconfig());
  }

  /** A clock that only goes when somebody pauses, or turns it. */
  private static final class Turned extends Clock {
    private Instant now;

    Turned(Instant now) {
      this.now = now;
    }

    synchronized void turn(Duration time) {
      now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private ReleaseStore store(Turned clock, Machine machine) {
    return store(server, clock, machine);
  }

  private static ReleaseStore store(ApiServer server, Turned clock, Machine machine) {
    return new ClusterReleaseStore(
        server, RecordKind.SECRET, clock, clock::turn, RandomGenerator.getDefault(), machine);
  }

  private static LockHolder holder(long process) {
    return new LockHolder("build-7", process, "pannier upgrade web", Instant.now());
  }

  private Lease lease() {
    return plane.client().leases().inNamespace("default").withName(NAME).get();
  }

  private static Turned now() {
    return new Turned(Instant.now());
  }

  @Test
  void a_lease_says_who_where_and_since_and_leaves_nothing_behind() {
    try (ReleaseLock lock = store(now(), Machine.here()).lock(Releases.ID, holder(4711))) {
      lock.ensureHeld();
      assertThat(lease().getSpec().getHolderIdentity())
          .startsWith("pannier upgrade web (process 4711 on build-7, since 20");
      assertThat(lease().getSpec().getLeaseDurationSeconds()).isEqualTo(30);
      assertThat(lease().getMetadata().getLabels())
          .containsEntry("app.kubernetes.io/managed-by", "pannier")
          .doesNotContainKey("owner");
    }
    assertThat(lease()).isNull();
  }

  @Test
  void a_holder_on_this_machine_whose_process_has_ended_is_gone_at_once() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Turned clock = now();
    ReleaseLock left = store(clock, Machine.here()).lock(Releases.ID, holder(ended.pid()));

    Instant before = clock.instant();
    try (ReleaseLock lock = store(clock, Machine.here()).lock(Releases.ID, holder(1))) {
      lock.ensureHeld();
      assertThat(clock.instant()).isEqualTo(before);
      assertThat(lease().getSpec().getLeaseTransitions()).isEqualTo(1);
    }
    left.close();
  }

  @Test
  void a_process_of_the_same_number_in_another_container_proves_nothing() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Turned clock = now();
    try (ReleaseLock _ =
        store(clock, new Machine("another boot")).lock(Releases.ID, holder(ended.pid()))) {
      assertBusy(store(clock, Machine.here()));
    }
  }

  @Test
  void an_expired_lease_is_watched_for_longer_than_a_renewal_takes_and_then_taken() {
    Turned then = new Turned(Instant.now().minus(Duration.ofHours(1)));
    ReleaseLock dead = store(then, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1));
    Turned clock = now();
    Instant before = clock.instant();

    try (ReleaseLock lock = store(clock, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(2))) {
      lock.ensureHeld();
      assertThat(Duration.between(before, clock.instant())).isEqualTo(Leases.WATCH);
      assertThatThrownBy(() -> renewedLate(dead, then))
          .isInstanceOfSatisfying(
              ChartException.class,
              e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
          .hasMessageContaining("is held no longer: it was taken over by `pannier upgrade web`");
      lock.ensureHeld();
      dead.close();
      lock.ensureHeld();
    }
    assertThat(lease()).isNull();
  }

  private static void renewedLate(ReleaseLock lock, Turned clock) {
    clock.turn(Duration.ofSeconds(25));
    lock.ensureHeld();
  }

  @Test
  void a_holder_whose_clock_is_slow_is_not_taken_for_dead() {
    Turned slow = new Turned(Instant.now().minus(Duration.ofHours(1)));
    Turned clock = now();
    try (ReleaseLock alive = store(slow, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1))) {
      ReleaseStore waiting =
          new ClusterReleaseStore(
              server,
              RecordKind.SECRET,
              clock,
              time -> {
                clock.turn(time);
                renewedLate(alive, slow);
              },
              RandomGenerator.getDefault(),
              RecordRoom.ELSEWHERE);
      assertBusy(waiting);
      assertBusy(waiting);
    }
  }

  @Test
  void a_holder_whose_clock_is_fast_and_who_never_renews_is_dead_to_who_waits_long_enough() {
    Turned fast = new Turned(Instant.now().plus(Duration.ofHours(1)));
    ReleaseLock dead = store(fast, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1));
    Turned clock = now();
    ReleaseStore waiting = store(clock, RecordRoom.ELSEWHERE);
    assertBusy(waiting);
    clock.turn(Duration.ofSeconds(29));
    assertBusy(waiting);
    clock.turn(Duration.ofSeconds(2));

    waiting.lock(Releases.ID, holder(2)).close();
    dead.close();
  }

  @Test
  void a_lease_that_was_deleted_by_hand_is_lost() {
    Turned clock = now();
    try (ReleaseLock lock = store(clock, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1))) {
      plane.client().resource(lease()).delete();
      assertThatThrownBy(() -> renewedLate(lock, clock))
          .hasMessageContaining("is held no longer: its lease was deleted");
    }
  }

  @Test
  void a_lease_that_somebody_only_annotated_is_still_held_and_taken_away() {
    Turned clock = now();
    ReleaseLock lock = store(clock, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1));
    annotate();
    renewedLate(lock, clock);
    annotate();
    lock.close();

    assertThat(lease()).isNull();
  }

  private void annotate() {
    plane
        .client()
        .leases()
        .inNamespace("default")
        .withName(NAME)
        .edit(lease -> {
          lease.getMetadata().getAnnotations().put("seen", Instant.now().toString());
          return lease;
        });
  }

  @Test
  void one_who_cannot_reach_the_server_for_too_long_holds_nothing_any_more() {
    Turned clock = now();
    try (ChaosProxy proxy = plane.proxy()) {
      ApiServer through = RecordRoom.server(proxy.kubeconfig());
      ReleaseLock lock = store(through, clock, RecordRoom.ELSEWHERE).lock(Releases.ID, holder(1));
      proxy.always(Request::writes, new Fault.Answer(500, "{}", List.of()));

      assertThatThrownBy(() -> renewedLate(lock, clock)).isInstanceOf(ChartException.class);
      proxy.forget();
      lock.ensureHeld();
      lock.close();
    }
  }

  @Test
  void without_the_right_to_leases_nothing_goes_on_and_the_right_is_named() {
    ReleaseStore store =
        store(RecordRoom.server(plane.kubeconfig(), "developer"), now(), RecordRoom.ELSEWHERE);

    assertThatThrownBy(() -> store.lock(Releases.ID, holder(1)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("cannot create resource \"leases\"")
        .hasMessageContaining("namespace `default`");
    assertThatThrownBy(() -> store.list(""))
        .hasMessageContaining("secrets in all namespaces, where releases are recorded");
  }

  @Test
  void a_namespace_that_is_not_there_is_named() {
    ReleaseStore store = store(now(), RecordRoom.ELSEWHERE);
    ReleaseId nowhere = ReleaseId.of("nowhere", "web");

    assertThatThrownBy(() -> store.lock(nowhere, holder(1)))
        .hasMessage("There is no namespace `nowhere`.");
    assertThat(store.history(nowhere).isEmpty()).isTrue();
    assertThat(store.holder(nowhere)).isEmpty();
    assertThat(store.journal(nowhere).isEmpty()).isTrue();
  }

  private static void assertBusy(ReleaseStore store) {
    assertThatThrownBy(() -> store.lock(Releases.ID, holder(2)))
        .isInstanceOfSatisfying(
            ChartException.class, e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY))
        .hasMessageContaining("held by `pannier upgrade web` (process ");
  }
}
