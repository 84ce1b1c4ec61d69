package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.JournalRecord;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a Lease says.
 *
 * @param holder who holds the release; nobody where the lease is free or not of our making
 * @param identity who holds it, for people; empty where the lease is free
 * @param machine where the holder runs
 * @param token what tells this hold from any other, also of the same process
 * @param renewed when the holder last said that it is alive, by its own clock
 * @param transitions how often it went from one holder to another
 */
record LeaseRecord(
    Optional<LockHolder> holder,
    String identity,
    String machine,
    String token,
    Instant acquired,
    Instant renewed,
    Duration duration,
    int transitions) {

  static final String API_VERSION = "coordination.k8s.io/v1";

  private static final String HOLDER = "pannier.dev/holder";
  private static final String MACHINE = "pannier.dev/machine";
  private static final String TOKEN = "pannier.dev/hold";

  /** Kubernetes' MicroTime: six digits, neither more nor fewer. */
  private static final DateTimeFormatter MICRO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** A hold that begins. */
  static LeaseRecord of(
      LockHolder holder, Machine machine, String token, Instant now, Duration duration) {
    String identity =
        "%s (process %d on %s, since %s)"
            .formatted(holder.command(), holder.process(), holder.host(), holder.since());
    return new LeaseRecord(
        Optional.of(holder), identity, machine.id(), token, now, now, duration, 0);
  }

  LeaseRecord renewedAt(Instant now) {
    return new LeaseRecord(holder, identity, machine, token, acquired, now, duration, transitions);
  }

  /** This hold, taken after another one. */
  LeaseRecord after(LeaseRecord other) {
    return new LeaseRecord(
        holder, identity, machine, token, acquired, renewed, duration, other.transitions + 1);
  }

  boolean isFree() {
    return identity.isEmpty();
  }

  /** Whether its holder should have renewed it by now. */
  boolean isExpired(Instant now) {
    return renewed.plus(duration).isBefore(now);
  }

  /** Who has it, for people. */
  String describe() {
    return holder.map(LockHolder::toString).orElse("`" + identity + "`");
  }

  /**
   * As an object.
   *
   * @param from the state that it replaces: its uid as well as its version, because to an API
   *     server a Lease that is not there is one that an update makes; empty for a new one
   */
  MapNode write(ReleaseId id, Optional<MapNode> from) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", JournalObject.name(id));
    metadata.put("namespace", id.namespace());
    metadata.put("labels", JournalObject.labels(id));
    Map<String, String> annotations = new LinkedHashMap<>();
    holder.ifPresent(who -> annotations.put(HOLDER, JsonWriter.write(JournalRecord.write(who))));
    annotations.put(MACHINE, machine);
    annotations.put(TOKEN, token);
    metadata.put("annotations", annotations);
    from.map(object -> object.map("metadata"))
        .ifPresent(old -> {
          metadata.put("uid", old.text("uid").orElse(""));
          metadata.put("resourceVersion", old.text("resourceVersion").orElse(""));
        });
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("holderIdentity", identity);
    spec.put("leaseDurationSeconds", duration.toSeconds());
    spec.put("acquireTime", MICRO.format(acquired));
    spec.put("renewTime", MICRO.format(renewed));
    spec.put("leaseTransitions", transitions);
    return (MapNode)
        Node.of(
            Map.of("apiVersion", API_VERSION, "kind", "Lease", "metadata", metadata, "spec", spec));
  }

  static LeaseRecord read(MapNode object) {
    MapNode annotations = object.map("metadata").map("annotations");
    MapNode spec = object.map("spec");
    return new LeaseRecord(
        holder(annotations.text(HOLDER).orElse("")),
        spec.text("holderIdentity").orElse(""),
        annotations.text(MACHINE).orElse(""),
        annotations.text(TOKEN).orElse(""),
        time(spec, "acquireTime"),
        time(spec, "renewTime"),
        Duration.ofSeconds(number(spec, "leaseDurationSeconds")),
        number(spec, "leaseTransitions"));
  }

  private static Optional<LockHolder> holder(String json) {
    try {
      return !json.isEmpty() && JsonReader.read(new Source(HOLDER, json)) instanceof MapNode map
          ? Optional.of(JournalRecord.readHolder(map))
          : Optional.empty();
    } catch (ChartException _) {
      return Optional.empty(); // the identity still says who it is
    }
  }

  private static Instant time(MapNode spec, String key) {
    try {
      return spec.text(key)
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .orElse(Instant.EPOCH);
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }

  private static int number(MapNode spec, String key) {
    try {
      return spec.get(key) instanceof NumberNode number ? Integer.parseInt(number.text()) : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
