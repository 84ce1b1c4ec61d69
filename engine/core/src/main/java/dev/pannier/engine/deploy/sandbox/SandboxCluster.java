package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyMode;
import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.kind.KindSchema;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.manifest.kind.ServedApis;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in a folder. Each object is a YAML file that people may read and edit; an edit counts
 * as that of another manager. Time passes by the clock: whoever looks sees what the controllers
 * have done until then. Several processes may share the folder; each call takes effect as a whole
 * or, if the process is killed in it, in such a part that repeating it completes it.
 *
 * <p>Containers start after a moment. An image whose tag contains {@code crash} crashes, one whose
 * tag contains {@code missing} cannot be pulled.
 */
public final class SandboxCluster implements Cluster {

  private final Path root;
  private final Clock clock;
  private final RandomGenerator random;
  private final SandboxFolder folder;
  private final KindSchemas schemas;
  private final Admission admission;
  private final Controllers controllers;

  /**
   * A cluster.
   *
   * @param root its folder, which need not be there yet
   * @param random what uids and names of pods are made of
   * @param start how long a container takes to start
   * @param schemas of the Kubernetes that it plays
   * @param check what else to look at in objects
   */
  public SandboxCluster(
      Path root,
      Clock clock,
      RandomGenerator random,
      Duration start,
      KindSchemas schemas,
      ObjectCheck check) {
    this.root = root;
    this.clock = clock;
    this.random = random;
    this.folder = new SandboxFolder(root);
    this.schemas = schemas;
    this.admission = new Admission(schemas, check);
    this.controllers = new Controllers(start);
  }

  @Override
  public Scope scope(String apiVersion, String kind) {
    return visit(world -> {
      Boolean namespaced = admission.namespaced(world, apiVersion, kind);
      return namespaced == null ? Scope.UNKNOWN : namespaced ? Scope.NAMESPACED : Scope.CLUSTER;
    });
  }

  @Override
  public Capabilities capabilities() {
    String version = "v" + schemas.kubeVersion() + ".0";
    Set<String> apis = new HashSet<>(ServedApis.at(version));
    visit(world -> {
      for (MapNode definition : world.all("CustomResourceDefinition")) {
        apis.addAll(CustomApis.of(definition));
      }
      return true;
    });
    return new Capabilities(version, apis);
  }

  @Override
  public ClusterView view(Collection<ResourceId> ids) {
    return new SandboxView(this);
  }

  @Override
  public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    return visit(world -> {
      Map<ResourceId, MapNode> found = new LinkedHashMap<>();
      for (ResourceId id : ids) {
        world.get(Key.of(id)).ifPresent(object -> found.put(id, object));
      }
      return found;
    });
  }

  @Override
  public List<MapNode> list(
      String apiVersion, String kind, String namespace, Map<String, String> labels) {
    String group = new ResourceId(apiVersion, kind, "", "").group();
    return visit(world -> {
      List<MapNode> found = new ArrayList<>();
      for (MapNode object : world.all(kind)) {
        Key key = Key.of(object);
        if (key.group().equals(group)
            && (namespace.isEmpty() || namespace.equals(key.namespace()))
            && carries(object.map("metadata").map("labels"), labels)) {
          found.add(object);
        }
      }
      return found;
    });
  }

  private static boolean carries(MapNode labels, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(each -> labels.text(each.getKey()).orElse("").equals(each.getValue()));
  }

  @Override
  public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    return visit(world -> apply(world, id, Tree.withoutNulls(object).without("status"), mode));
  }

  private ApplyResult apply(World world, ResourceId id, MapNode wanted, ApplyMode mode) {
    List<ApplyResult.Refusal> refusals = admission.look(world, id, wanted);
    if (!refusals.isEmpty()) {
      return new ApplyResult.Refused(refusals);
    }
    Key key = Key.of(id);
    MapNode live = world.get(key).orElse(null);
    FieldRecord fields = live == null ? FieldRecord.NONE : world.fields(key);
    FieldMerge merge =
        new FieldMerge(
            fields.others(mode.manager()),
            mode.force(),
            schemas.find(id.apiVersion(), id.kind()).map(KindSchema::root));
    MapNode merged =
        merge.merge(live == null ? MapNode.EMPTY : live, fields.of(mode.manager()), wanted);
    if (!mode.force() && !merge.conflicts().isEmpty()) {
      return new ApplyResult.Conflicted(merge.conflicts());
    }
    MapNode defaulted = Defaults.of(merged, random);
    if (live != null) {
      List<ApplyResult.Refusal> fixed = Immutables.compare(live, defaulted);
      if (!fixed.isEmpty()) {
        return new ApplyResult.Refused(fixed);
      }
    }
    if (mode.dryRun()) {
      return new ApplyResult.Applied(defaulted, outcome(live, defaulted));
    }
    MapNode stored = live == null ? world.create(defaulted) : world.update(defaulted);
    world.fields(key, fields.with(mode.manager(), wanted));
    return new ApplyResult.Applied(stored, outcome(live, defaulted));
  }

  private static ApplyResult.Outcome outcome(@Nullable MapNode live, MapNode now) {
    if (live == null) {
      return ApplyResult.Outcome.CREATED;
    }
    return live.equals(now) ? ApplyResult.Outcome.UNCHANGED : ApplyResult.Outcome.CONFIGURED;
  }

  @Override
  public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    return visit(world -> {
      Key key = Key.of(id);
      FieldRecord fields = world.fields(key);
      FieldRecord merged = fields.merged(managers, into);
      if (world.get(key).isEmpty() || merged.equals(fields)) {
        return false;
      }
      world.fields(key, merged);
      return true;
    });
  }

  @Override
  public boolean delete(ResourceId id, String uid, Propagation propagation) {
    return visit(world -> {
      Key key = Key.of(id);
      MapNode live = world.get(key).orElse(null);
      if (live == null || !World.uid(live).equals(uid)) {
        return false;
      }
      if (propagation == Propagation.ORPHAN) {
        setFree(world, live);
      }
      world.delete(key);
      return true;
    });
  }

  private static void setFree(World world, MapNode owner) {
    for (MapNode object : world.all()) {
      if (World.owner(object).equals(World.uid(owner))) {
        MapNode metadata = object.map("metadata").without("ownerReferences");
        world.update(object.with("metadata", metadata));
      }
    }
  }

  @Override
  public List<String> logs(ResourceId pod, String container, int lines) {
    List<String> all =
        visit(world -> world.get(Key.of(pod)).map(each -> PodStory.logs(each, container)))
            .orElse(List.of());
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  @Override
  public List<String> events(ResourceId id) {
    return visit(world -> world.get(Key.of(id)).map(PodStory::events)).orElse(List.of());
  }

  /** Lets the controllers catch up with the time, then does something, and writes what changed. */
  private <T> T visit(Function<World, T> doing) {
    try (SandboxLock _ = SandboxLock.take(root.resolve(".pannier").resolve("sandbox.lock"))) {
      World world = new World(clock.instant(), random);
      folder.load(world);
      controllers.advance(world);
      T result = doing.apply(world);
      controllers.advance(world);
      folder.save(world);
      return result;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private ChartException unusable(IOException cause) {
    return Problem.error(
            "sandbox.folder-unusable",
            "The sandbox in `" + root + "` cannot be used: " + DiskReason.of(cause) + ".")
        .hint("Check that the folder can be written and that the disk is not full.")
        .exception(cause);
  }
}
