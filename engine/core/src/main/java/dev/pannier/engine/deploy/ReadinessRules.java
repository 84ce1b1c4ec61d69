package dev.pannier.engine.deploy;

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
    ObjectStatus status = new ObjectStatus(object);
    return general(status).orElseGet(() -> ofKind(status, completion));
  }

  private static Optional<Readiness> general(ObjectStatus object) {
    if (object.metadata().text("deletionTimestamp").isPresent()) {
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

  private static Readiness ofKind(ObjectStatus object, boolean completion) {
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
            default -> byConditions(object);
          };
      case "batch" -> kind.equals("Job") ? job(object, completion) : Readiness.READY;
      case "apiextensions.k8s.io" -> definition(object);
      case "apiregistration.k8s.io" -> onCondition(object, "Available");
      case "policy", "autoscaling", "networking.k8s.io" -> Readiness.READY;
      case "" -> core(object, kind);
      default -> byConditions(object);
    };
  }

  private static Readiness core(ObjectStatus object, String kind) {
    return switch (kind) {
      case "Pod" -> PodReadiness.of(object);
      case "PersistentVolumeClaim" ->
          object.status().text("phase").filter("Bound"::equals).isPresent()
              ? Readiness.READY
              : new Readiness.Progressing("the claim is not bound");
      case "Service" -> service(object);
      case "Namespace" ->
          object.status().text("phase").filter("Terminating"::equals).isPresent()
              ? new Readiness.Progressing("the namespace is being deleted")
              : Readiness.READY;
      case "ConfigMap", "Secret", "ServiceAccount" -> Readiness.READY;
      default -> byConditions(object);
    };
  }

  private static Readiness service(ObjectStatus object) {
    boolean balanced = object.spec().text("type").filter("LoadBalancer"::equals).isPresent();
    return balanced && object.spec().text("clusterIP").isEmpty()
        ? new Readiness.Progressing("the service has no cluster IP")
        : Readiness.READY;
  }

  private static Readiness job(ObjectStatus object, boolean completion) {
    if (object.is("Failed", "True")) {
      return new Readiness.Failed(object.told("Failed"));
    }
    if (object.is("Complete", "True")) {
      return Readiness.READY;
    }
    if (object.is("Suspended", "True") && !completion) {
      return Readiness.READY;
    }
    if (completion) {
      return new Readiness.Progressing("the job has not completed");
    }
    return object.status().has("startTime")
        ? Readiness.READY
        : new Readiness.Progressing("the job has not started");
  }

  private static Readiness definition(ObjectStatus object) {
    if (object.is("NamesAccepted", "False")) {
      return new Readiness.Failed(object.told("NamesAccepted"));
    }
    if (object.is("Established", "True")) {
      return Readiness.READY;
    }
    boolean installing =
        object
            .condition("Established")
            .flatMap(each -> each.text("reason"))
            .filter("Installing"::equals)
            .isPresent();
    return object.is("Established", "False") && !installing
        ? new Readiness.Failed(object.told("Established"))
        : new Readiness.Progressing("its kind is not served yet");
  }

  private static Readiness onCondition(ObjectStatus object, String type) {
    return object.is(type, "True") ? Readiness.READY : new Readiness.Progressing(object.told(type));
  }

  private static Readiness byConditions(ObjectStatus object) {
    return object.condition("Ready").isPresent() ? onCondition(object, "Ready") : Readiness.READY;
  }
}
