package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.MemoryReleaseStore;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.ConnectionSettings;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.kubernetes.Surroundings;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A release in a namespace of its own on a real API server, and others who change its objects. */
final class ServerRig implements AutoCloseable {

  final ControlPlane plane = ControlPlane.assumePresent();
  final String namespace;
  final ReleaseId release;
  final List<DeployEvent> events = new ArrayList<>();
  final AtomicInteger applied = new AtomicInteger();
  final Cluster cluster;
  private final KubernetesConnection connection;
  private final MemoryReleaseStore store = new MemoryReleaseStore();

  ServerRig(Path home, String name) {
    namespace = plane.namespace(name);
    release = ReleaseId.of(namespace, "web");
    connection =
        KubernetesConnection.open(
            new ConnectionSettings(
                plane.kubeconfig().toString(),
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                List.of(),
                1000,
                1000),
            new Surroundings(
                Map.of(),
                home,
                home.resolve("cache"),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                Thread::sleep,
                _ -> {},
                _ -> {},
                false));
    cluster =
        new ClusterInFront(connection.cluster()) {
          @Override
          public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
            applied.incrementAndGet();
            return super.apply(id, object, mode);
          }
        };
  }

  KubernetesClient client() {
    return plane.client();
  }

  private Deployer deployer() {
    return new Deployer(cluster, store, Clock.systemUTC(), Thread::sleep);
  }

  Release install(String yaml) {
    return run(DeployOptions.DEFAULTS, session -> session.install(Drafts.of(yaml)));
  }

  Release upgrade(String yaml) {
    return upgrade(yaml, DeployOptions.DEFAULTS);
  }

  Release upgrade(String yaml, DeployOptions options) {
    return run(options, session -> session.upgrade(Drafts.of(yaml)));
  }

  Release run(DeployOptions options, Function<ReleaseSession, Release> command) {
    LockHolder holder = new LockHolder("here", 1, "pannier test", Clock.systemUTC().instant());
    try (ReleaseSession session = deployer().open(release, holder, options, events::add)) {
      return command.apply(session);
    }
  }

  Plan plan(String yaml) {
    return plan(yaml, DeployOptions.DEFAULTS);
  }

  Plan plan(String yaml, DeployOptions options) {
    return deployer().plan(release, Drafts.of(yaml), options);
  }

  /** The change of one object. */
  <T extends Change> T planned(String yaml, String object, Class<T> kind) {
    return plan(yaml).changes().stream()
        .filter(each -> each.id().toString().equals(object))
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  DriftReport drift(FieldRule... ignored) {
    return deployer().drift(release, List.of(ignored));
  }

  Site site(DeployOptions options) {
    LockHolder holder = new LockHolder("here", 1, "pannier test", Clock.systemUTC().instant());
    try (var lock = store.lock(release, holder)) {
      Records records = new Records(store, release, lock);
      return new Site(
          cluster,
          records,
          Clock.systemUTC(),
          Thread::sleep,
          release,
          holder,
          options,
          events::add);
    }
  }

  MapNode live(String apiVersion, String kind, String name) {
    ResourceId id = new ResourceId(apiVersion, kind, namespace, name);
    return cluster.read(List.of(id)).get(id);
  }

  /** Somebody changes an object by a merge patch. */
  void patch(String apiVersion, String kind, String name, String manager, String json) {
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(manager)
            .build();
    client()
        .genericKubernetesResources(apiVersion, kind)
        .inNamespace(namespace)
        .withName(name)
        .patch(context, json);
  }

  /** Another tool applies an object on the server, taking what it wants. */
  void apply(String manager, String yaml) {
    for (var resource : Drafts.resources(yaml)) {
      ResourceId id = resource.id().in(namespace);
      MapNode metadata = resource.content().map("metadata").with("namespace", text(namespace));
      cluster.apply(
          id, resource.content().with("metadata", metadata), new ApplyMode(manager, true, false));
    }
  }

  private static dev.pannier.engine.yaml.Node text(String text) {
    return dev.pannier.engine.yaml.Node.of(text);
  }

  <T extends DeployEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits until something is so. */
  static void until(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come about in a minute");
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  RevisionDraft draft(String yaml) {
    return Drafts.of(yaml);
  }

  @Override
  public void close() {
    connection.close();
  }
}
