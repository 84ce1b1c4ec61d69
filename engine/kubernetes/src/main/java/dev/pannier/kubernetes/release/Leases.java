package dev.pannier.kubernetes.release;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiPath;
import dev.pannier.kubernetes.api.ApiRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Releases held by Leases. A holder renews its lease every ten seconds; one that has not done so
 * for thirty is dead. Since the clocks of two machines may differ, a lease that looks expired is
 * first watched for longer than a renewal takes to come, and one that never changes is dead
 * whatever time stands in it. A holder on this very machine whose process has ended is dead at
 * once.
 */
final class Leases {

  static final Duration DURATION = Duration.ofSeconds(30);
  static final Duration RENEWAL = Duration.ofSeconds(10);

  /** How long an expired lease is watched: a renewal, and time for it to arrive. */
  static final Duration WATCH = Duration.ofSeconds(13);

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final StoredObjects objects;
  private final Clock clock;
  private final Pause pause;
  private final RandomGenerator random;
  private final Machine machine;
  private final Map<ReleaseId, Sighting> sightings = new ConcurrentHashMap<>();

  /**
   * A state of a lease.
   *
   * @param first when it was first seen
   * @param moved whether another state was seen before it: then its holder lives
   */
  private record Sighting(String version, Instant first, boolean moved) {

    Sighting next(String now, Instant when) {
      return version.equals(now) ? this : new Sighting(now, when, true);
    }
  }

  /** Whether a holder lives. */
  private enum Pulse {
    LIVE,
    UNCERTAIN,
    DEAD
  }

  Leases(StoredObjects objects, Clock clock, Pause pause, RandomGenerator random, Machine machine) {
    this.objects = objects;
    this.clock = clock;
    this.pause = pause;
    this.random = random;
    this.machine = machine;
  }

  /** Takes hold of a release, or says who has it. */
  ReleaseLock take(ReleaseId id, LockHolder holder) {
    String token = Long.toHexString(random.nextLong());
    LeaseRecord ours = LeaseRecord.of(holder, machine, token, clock.instant(), DURATION);
    // who waits for a release looks first; everybody else finds it free, and spares the look
    Optional<MapNode> stored = sightings.containsKey(id) ? Optional.empty() : create(id, ours);
    while (stored.isEmpty()) {
      stored = succeed(id, ours.renewedAt(clock.instant()));
    }
    sightings.remove(id);
    return HeldLease.begin(this, clock, id, stored.get());
  }

  /** Tries to take over; empty where nothing is known yet, or somebody was faster. */
  private Optional<MapNode> succeed(ReleaseId id, LeaseRecord ours) {
    Optional<MapNode> there = get(id);
    if (there.isEmpty()) {
      return create(id, ours);
    }
    String version = StoredObjects.version(there.get());
    LeaseRecord other = LeaseRecord.read(there.get());
    return switch (pulse(id, other, version)) {
      case LIVE -> throw Refusals.busy(id, other.describe());
      case DEAD -> replace(id, ours.after(other), there.get());
      case UNCERTAIN -> {
        rest();
        yield Optional.empty();
      }
    };
  }

  private Pulse pulse(ReleaseId id, LeaseRecord other, String version) {
    if (other.isFree() || isGone(other)) {
      return Pulse.DEAD;
    }
    Instant now = clock.instant();
    Sighting sighting =
        sightings.merge(
            id, new Sighting(version, now, false), (old, seen) -> old.next(version, now));
    Duration unchanged = Duration.between(sighting.first(), now);
    if (unchanged.compareTo(DURATION) >= 0) {
      return Pulse.DEAD;
    }
    if (sighting.moved() || !other.isExpired(now)) {
      return Pulse.LIVE;
    }
    return unchanged.compareTo(WATCH) >= 0 ? Pulse.DEAD : Pulse.UNCERTAIN;
  }

  private boolean isGone(LeaseRecord other) {
    return other.holder().filter(who -> machine.isGone(who, other.machine())).isPresent();
  }

  private void rest() {
    try {
      pause.pause(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.error("deploy.interrupted", "The operation was interrupted.").exception(e);
    }
  }

  /** Who holds a release, as far as one look tells. */
  Optional<LockHolder> holder(ReleaseId id) {
    return get(id)
        .map(LeaseRecord::read)
        .filter(lease -> !lease.isFree() && !isGone(lease) && !lease.isExpired(clock.instant()))
        .flatMap(LeaseRecord::holder);
  }

  Optional<MapNode> get(ReleaseId id) {
    return objects.get(path(id), aim("read", id));
  }

  private Optional<MapNode> create(ReleaseId id, LeaseRecord lease) {
    String collection = ApiPath.collection(LeaseRecord.API_VERSION, id.namespace(), "leases");
    return objects.create(
        write(ApiRequest.post(collection, lease.write(id, Optional.empty())), id, lease));
  }

  /** Writes a lease if it still is as it was. */
  Optional<MapNode> replace(ReleaseId id, LeaseRecord lease, MapNode from) {
    ApiRequest request = ApiRequest.put(path(id), lease.write(id, Optional.of(from)));
    return objects.replace(write(request, id, lease), StoredObjects.version(from));
  }

  private static StoredObjects.Write write(ApiRequest request, ReleaseId id, LeaseRecord lease) {
    return new StoredObjects.Write(
        request, path(id), there -> isSame(LeaseRecord.read(there), lease), aim("write", id));
  }

  /** Times lose their nanoseconds on the way. */
  private static boolean isSame(LeaseRecord there, LeaseRecord lease) {
    return there.token().equals(lease.token())
        && Duration.between(there.renewed(), lease.renewed()).abs().toMillis() < 1;
  }

  /** Takes a lease away if it still is as it was; whether it is gone. */
  boolean delete(ReleaseId id, MapNode from) {
    return objects.delete(path(id), StoredObjects.version(from), aim("delete", id));
  }

  private static String path(ReleaseId id) {
    return ApiPath.object(
        LeaseRecord.API_VERSION, id.namespace(), "leases", JournalObject.name(id));
  }

  private static String aim(String verb, ReleaseId id) {
    return verb
        + " leases in namespace `"
        + id.namespace()
        + "`, to hold release `"
        + id.name()
        + "`";
  }
}
