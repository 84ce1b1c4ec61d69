package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.sandbox.ObjectCheck;
import dev.pannier.engine.deploy.sandbox.SandboxCluster;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.release.FolderReleaseStore;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A sandbox, a folder store and a deployer in virtual time. */
final class Rig {

  static final ReleaseId WEB = ReleaseId.of("default", "web");
  static final Duration START = Duration.ofMillis(300);

  final VirtualTime time = new VirtualTime();
  final Cluster cluster;
  final ReleaseStore store;
  final List<DeployEvent> events = new ArrayList<>();
  ReleaseId release = WEB;

  Rig(Path folder) {
    this(folder, new FolderReleaseStore(folder.resolve(".pannier")), START);
  }

  Rig(Path folder, ReleaseStore store, Duration start) {
    this.cluster =
        new SandboxCluster(
            folder,
            time,
            RandomGenerator.of("L64X128MixRandom"),
            start,
            KindSchemas.builtIn(),
            ObjectCheck.NONE);
    this.store = store;
  }

  static DeployOptions.Builder options() {
    return DeployOptions.builder().waitForReady(true).timeout(Duration.ofSeconds(30));
  }

  Release install(RevisionDraft draft) {
    return run(options().build(), session -> session.install(draft));
  }

  Release upgrade(RevisionDraft draft) {
    return run(options().build(), session -> session.upgrade(draft));
  }

  Release run(DeployOptions options, Function<ReleaseSession, Release> command) {
    return run(cluster, store, options, command);
  }

  Release run(
      Cluster onCluster,
      ReleaseStore inStore,
      DeployOptions options,
      Function<ReleaseSession, Release> command) {
    LockHolder holder = new LockHolder("here", 1, "pannier test", time.instant());
    try (ReleaseSession session =
        new Deployer(onCluster, inStore, time, time).open(release, holder, options, events::add)) {
      return command.apply(session);
    }
  }

  /** Where an operation would take place that holds nothing. */
  Site site(DeployOptions options) {
    LockHolder holder = new LockHolder("here", 1, "pannier test", time.instant());
    try (ReleaseLock lock = store.lock(release, holder)) {
      Records records = new Records(store, release, lock);
      return new Site(cluster, records, time, time, release, holder, options, events::add);
    }
  }

  /** Any command at all: it puts right what the one before left. */
  void heal() {
    run(options().build(), session -> null);
  }

  History history() {
    return store.history(release);
  }

  /** {@code [1 superseded, 2 deployed]}. */
  List<String> story() {
    return history().revisions().stream()
        .map(each -> each.revision() + " " + each.status().word())
        .toList();
  }

  Optional<MapNode> object(String apiVersion, String kind, String name) {
    ResourceId id = new ResourceId(apiVersion, kind, "default", name);
    return Optional.ofNullable(cluster.read(List.of(id)).get(id));
  }

  /** The configuration maps, deployments and secrets that carry the release's marks. */
  TreeSet<String> owned() {
    TreeSet<String> owned = new TreeSet<>();
    for (String kind : List.of("v1 ConfigMap", "v1 Secret", "v1 Service", "apps/v1 Deployment")) {
      String[] words = kind.split(" ");
      for (MapNode each : cluster.list(words[0], words[1], "", java.util.Map.of())) {
        if (Ownership.belongs(each, release)) {
          owned.add(words[1] + "/" + each.map("metadata").text("name").orElseThrow());
        }
      }
    }
    return owned;
  }

  <T extends DeployEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
