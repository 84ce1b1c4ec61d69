package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What scales the workloads of a release, its own autoscalers and those that others made. Through
 * the scale subresource they change a field that no manager is told to hold (before Kubernetes
 * 1.22), so that only the autoscaler itself tells that the field is not the chart's.
 */
final class Autoscalers {

  static final Autoscalers NONE = new Autoscalers(List.of(), List.of());

  private static final ResourceId HORIZONTAL =
      new ResourceId("autoscaling/v1", "HorizontalPodAutoscaler", "", "");
  private static final ResourceId SCALED =
      new ResourceId("keda.sh/v1alpha1", "ScaledObject", "", "");
  private static final ResourceId VERTICAL =
      new ResourceId("autoscaling.k8s.io/v1", "VerticalPodAutoscaler", "", "");
  private static final String REPLICAS = "spec.replicas";

  /**
   * An autoscaler.
   *
   * @param target what it scales; the version of its kind does not count
   * @param toZero whether it scales from and to none; else a workload without replicas is at rest
   */
  private record Scaler(ResourceId id, ResourceId target, boolean toZero) {
    boolean scales(ResourceId workload) {
      return target.kind().equals(workload.kind())
          && target.group().equals(workload.group())
          && target.name().equals(workload.name())
          && target.namespace().equals(workload.namespace());
    }
  }

  private final List<Scaler> scalers;
  private final List<Scaler> sizers;

  private Autoscalers(List<Scaler> scalers, List<Scaler> sizers) {
    this.scalers = List.copyOf(scalers);
    this.sizers = List.copyOf(sizers);
  }

  /** The autoscalers of what is wanted; of the release's own only those that it still wants. */
  static Autoscalers of(Site site, List<Wanted> wanted) {
    TreeSet<String> namespaces = new TreeSet<>();
    List<MapNode> all = new ArrayList<>();
    for (Wanted each : wanted) {
      all.add(each.object());
      if (new FieldPath(REPLICAS).in(each.object()) != null) {
        namespaces.add(each.id().namespace());
      }
    }
    for (String namespace : namespaces) {
      for (ResourceId kind : List.of(HORIZONTAL, SCALED, VERTICAL)) {
        for (MapNode live : list(site.cluster(), kind, namespace)) {
          if (!Ownership.belongs(live, site.release())) {
            all.add(live);
          }
        }
      }
    }
    return of(all, site.release().namespace());
  }

  /** Those that are there; who may not look at them is no worse off than where there are none. */
  private static List<MapNode> list(Cluster cluster, ResourceId kind, String namespace) {
    if (cluster.scope(kind.apiVersion(), kind.kind()) == Cluster.Scope.UNKNOWN) {
      return List.of();
    }
    try {
      return cluster.list(kind.apiVersion(), kind.kind(), namespace, Map.of());
    } catch (ChartException e) {
      if (e.reason() != ChartException.Reason.FAILED) {
        throw e;
      }
      return List.of();
    }
  }

  private static Autoscalers of(List<MapNode> objects, String namespace) {
    List<Scaler> scalers = new ArrayList<>();
    List<Scaler> sizers = new ArrayList<>();
    for (MapNode object : objects) {
      MapNode spec = object.map("spec");
      switch (object.text("kind").orElse("")) {
        case "HorizontalPodAutoscaler" ->
            scalers.add(scaler(object, spec.map("scaleTargetRef"), namespace, isZero(spec)));
        case "ScaledObject" ->
            scalers.add(scaler(object, spec.map("scaleTargetRef"), namespace, true));
        case "VerticalPodAutoscaler" ->
            sizers.add(scaler(object, spec.map("targetRef"), namespace, false));
        default -> {}
      }
    }
    return new Autoscalers(scalers, sizers);
  }

  private static boolean isZero(MapNode spec) {
    return isNone(spec.get("minReplicas"));
  }

  /** What an autoscaler names; KEDA's takes a Deployment where no kind is named. */
  private static Scaler scaler(MapNode object, MapNode target, String otherwise, boolean toZero) {
    MapNode metadata = object.map("metadata");
    String namespace = metadata.text("namespace").orElse(otherwise);
    ResourceId id =
        new ResourceId(
            object.text("apiVersion").orElse(""),
            object.text("kind").orElse(""),
            namespace,
            metadata.text("name").orElse(""));
    ResourceId scaled =
        new ResourceId(
            target.text("apiVersion").orElse("apps/v1"),
            target.text("kind").orElse("Deployment"),
            namespace,
            target.text("name").orElse(""));
    return new Scaler(id, scaled, toZero);
  }

  /** What sets the number of a workload's replicas: {@code HorizontalPodAutoscaler/web}; or "". */
  String scalerOf(ResourceId workload) {
    return first(scalers, workload);
  }

  /** What sets the resources of a workload's containers, likewise. */
  String sizerOf(ResourceId workload) {
    return first(sizers, workload);
  }

  private static String first(List<Scaler> all, ResourceId workload) {
    return all.stream()
        .filter(each -> each.scales(workload))
        .findFirst()
        .map(each -> each.id().toString())
        .orElse("");
  }

  /**
   * The number of replicas that a live workload keeps, whatever its chart says; none where nothing
   * scales it, or where one of the two numbers is 0 and means that it is not to run.
   */
  Optional<FieldYield> replicas(Wanted wanted, MapNode live) {
    Node theirs = new FieldPath(REPLICAS).in(live);
    Node ours = new FieldPath(REPLICAS).in(wanted.object());
    if (theirs == null || ours == null) {
      return Optional.empty();
    }
    boolean resting = isNone(theirs) || isNone(ours);
    return scalers.stream()
        .filter(each -> each.scales(wanted.id()) && (each.toZero() || !resting))
        .findFirst()
        .map(each -> new FieldYield(REPLICAS, theirs, ours, each.id().toString()));
  }

  private static boolean isNone(@Nullable Node replicas) {
    return replicas instanceof NumberNode number && number.text().equals("0");
  }
}
