package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.MapNode;
import java.util.Optional;

/**
 * Tells an object's readiness from its own fields: kstatus' rules (cli-utils, pkg/kstatus/status)
 * in their order, and where those call something ready that is not, stricter ones.
 */
public final class ReadinessRules {

  private ReadinessRules() {}

  /**
   * The readiness of an object.
   *
   * @param completion whether a Job counts as ready only when it has completed
   */
  public static Readiness of(MapNode object, boolean completion) {
    return of(object, WaitSettings.lenient(object), completion);
  }

  /**
   * The readiness of an object.
   *
   * @param settings what its annotations say
   * @param completion whether a Job counts as ready only when it has completed
   */
  public static Readiness of(MapNode object, WaitSettings settings, boolean completion) {
    ObjectStatus status = new ObjectStatus(object);
    return general(status)
        .or(() -> settings.rule().flatMap(rule -> rule.judge(status)))
        .orElseGet(() -> ofKind(status, settings, completion));
  }

  private static Optional<Readiness> general(ObjectStatus object) {
    if (object.isLeaving()) {
      return Optional.of(new Readiness.Progressing("it is being deleted"));
    }
    if (object.isStale()) {
      return Optional.of(
          new Readiness.Progressing("its controller has not looked at the change yet"));
    }
    if (object.is("Reconciling", "True")) {
      return Optional.of(new Readiness.Progressing(object.told("Reconciling")));
    }
    if (object.is("Stalled", "True")) {
      return Optional.of(new Readiness.Failed(object.told("Stalled")));
    }
    return Optional.empty();
  }

  private static Readiness ofKind(ObjectStatus object, WaitSettings settings, boolean completion) {
    String apiVersion = object.object().text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String kind = object.object().text("kind").orElse("");
    return switch (group) {
      case "apps", "extensions" ->
          switch (kind) {
            case "Deployment" -> WorkloadReadiness.deployment(object);
            case "StatefulSet" -> WorkloadReadiness.statefulSet(object);
            case "DaemonSet" -> WorkloadReadiness.daemonSet(object);
            case "ReplicaSet" -> WorkloadReadiness.replicaSet(object);
            case "Ingress" -> address(object, settings);
            default -> byConditions(object);
          };
      case "batch" ->
          kind.equals("Job") ? WorkloadReadiness.job(object, completion) : Readiness.READY;
      case "apiextensions.k8s.io" -> definition(object);
      case "apiregistration.k8s.io" -> onCondition(object, "Available");
      case "networking.k8s.io" ->
          kind.equals("Ingress") ? address(object, settings) : Readiness.READY;
      case "policy", "autoscaling", "admissionregistration.k8s.io", "storage.k8s.io" ->
          Readiness.READY;
      case "" -> core(object, kind, settings, completion);
      default ->
          CustomRules.of(group, kind)
              .flatMap(rule -> rule.judge(object))
              .orElseGet(() -> byConditions(object));
    };
  }

  private static Readiness core(
      ObjectStatus object, String kind, WaitSettings settings, boolean completion) {
    return switch (kind) {
      case "Pod" -> PodReadiness.of(object, settings, completion && isHook(object));
      case "PersistentVolumeClaim" -> claim(object);
      case "Service" -> service(object, settings);
      case "Namespace" ->
          object.phase().equals("Terminating")
              ? new Readiness.Progressing("the namespace is being deleted")
              : Readiness.READY;
      case "ConfigMap", "Secret", "ServiceAccount" -> Readiness.READY;
      default -> byConditions(object);
    };
  }

  /** A pod that runs at an event does its work and ends; any other one serves. */
  private static boolean isHook(ObjectStatus object) {
    return object.metadata().map("annotations").has("helm.sh/hook");
  }

  private static Readiness claim(ObjectStatus object) {
    return switch (object.phase()) {
      case "Bound" -> Readiness.READY;
      case "Lost" -> new Readiness.Failed("the volume that the claim was bound to is gone");
      default -> new Readiness.Progressing("the claim is not bound");
    };
  }

  private static Readiness service(ObjectStatus object, WaitSettings settings) {
    boolean balanced = object.spec().text("type").filter("LoadBalancer"::equals).isPresent();
    if (balanced && object.spec().text("clusterIP").isEmpty()) {
      return new Readiness.Progressing("the service has no cluster IP");
    }
    return balanced && object.spec().list("externalIPs").isEmpty()
        ? address(object, settings)
        : Readiness.READY;
  }

  /**
   * Load balancers may take minutes, or for ever where there are none: only waited for if asked.
   */
  private static Readiness address(ObjectStatus object, WaitSettings settings) {
    return settings.address() && object.status().map("loadBalancer").list("ingress").isEmpty()
        ? new Readiness.Progressing("it has no address from outside yet")
        : Readiness.READY;
  }

  private static Readiness definition(ObjectStatus object) {
    if (object.is("NamesAccepted", "False")) {
      return new Readiness.Failed(object.told("NamesAccepted"));
    }
    if (object.is("Established", "True")) {
      return Readiness.READY;
    }
    return object.is("Established", "False") && !object.hasReason("Established", "Installing")
        ? new Readiness.Failed(object.told("Established"))
        : new Readiness.Progressing("its kind is not served yet");
  }

  static Readiness onCondition(ObjectStatus object, String type) {
    return object.is(type, "True") ? Readiness.READY : new Readiness.Progressing(object.told(type));
  }

  /** A condition of an earlier generation is there all the same, and then not met. */
  private static Readiness byConditions(ObjectStatus object) {
    return object.hasCondition("Ready") ? onCondition(object, "Ready") : Readiness.READY;
  }
}
