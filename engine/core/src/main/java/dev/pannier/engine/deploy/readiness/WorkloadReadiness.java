package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.OptionalLong;

/** The readiness of what keeps pods running (kstatus' core.go, rule by rule). */
final class WorkloadReadiness {

  /** A deadline that kstatus takes for none. */
  private static final long NO_DEADLINE = Integer.MAX_VALUE;

  /** A quota or a webhook that refuses pods may let them pass when the old ones are gone. */
  private static final Duration REFUSED_PODS = Duration.ofSeconds(10);

  private WorkloadReadiness() {}

  static Readiness deployment(ObjectStatus object) {
    if (object.hasReason("Progressing", "ProgressDeadlineExceeded")) {
      return new Readiness.Failed(object.told("Progressing"));
    }
    if (object.is("ReplicaFailure", "True")) {
      return new Readiness.Failed(object.told("ReplicaFailure"), REFUSED_PODS);
    }
    if (BoolNode.TRUE.equals(object.spec().get("paused"))) {
      // Helm passes over it as well: nothing moves until somebody resumes it.
      return Readiness.READY;
    }
    long wanted = object.inSpec("replicas", 1);
    long replicas = object.inStatus("replicas");
    long updated = object.inStatus("updatedReplicas");
    if (wanted > replicas) {
      return progress(replicas, wanted, "replicas are there");
    }
    if (wanted > updated) {
      return progress(updated, wanted, "replicas are up to date");
    }
    if (replicas > wanted) {
      return new Readiness.Progressing(
          (replicas - wanted)
              + (replicas - wanted == 1 ? " old replica is" : " old replicas are")
              + " still there");
    }
    if (updated > object.inStatus("availableReplicas")) {
      return progress(object.inStatus("availableReplicas"), wanted, "replicas are available");
    }
    if (wanted > object.inStatus("readyReplicas")) {
      return progress(object.inStatus("readyReplicas"), wanted, "replicas are ready");
    }
    return deploymentConditions(object);
  }

  private static Readiness deploymentConditions(ObjectStatus object) {
    boolean noDeadline = object.inSpec("progressDeadlineSeconds", NO_DEADLINE) == NO_DEADLINE;
    boolean settled =
        noDeadline
            || object.is("Progressing", "True")
                && object.hasReason("Progressing", "NewReplicaSetAvailable");
    if (!settled) {
      return new Readiness.Progressing("the new replica set is not available");
    }
    return object.is("Available", "True")
        ? Readiness.READY
        : new Readiness.Progressing("the deployment is not available");
  }

  static Readiness statefulSet(ObjectStatus object) {
    MapNode strategy = object.spec().map("updateStrategy");
    if (strategy.text("type").filter("OnDelete"::equals).isPresent()) {
      return Readiness.READY;
    }
    long wanted = object.inSpec("replicas", 1);
    long replicas = object.inStatus("replicas");
    if (wanted > replicas) {
      return progress(replicas, wanted, "replicas are there");
    }
    if (wanted > object.inStatus("readyReplicas")) {
      return progress(object.inStatus("readyReplicas"), wanted, "replicas are ready");
    }
    if (replicas > wanted) {
      return new Readiness.Progressing("surplus replicas are still there");
    }
    OptionalLong partition = ObjectStatus.count(strategy.map("rollingUpdate"), "partition");
    if (partition.orElse(0) > 0) {
      long due = wanted - partition.getAsLong();
      return object.inStatus("updatedReplicas") < due
          ? progress(object.inStatus("updatedReplicas"), due, "replicas are up to date")
          : Readiness.READY;
    }
    if (wanted > object.inStatus("currentReplicas")) {
      return progress(object.inStatus("currentReplicas"), wanted, "replicas are up to date");
    }
    return object.status().text("currentRevision").equals(object.status().text("updateRevision"))
        ? Readiness.READY
        : new Readiness.Progressing("replicas of an older revision are still there");
  }

  static Readiness daemonSet(ObjectStatus object) {
    if (!object.metadata().has("generation") || !object.status().has("observedGeneration")) {
      return new Readiness.Progressing("its controller has not looked at it yet");
    }
    OptionalLong desired = ObjectStatus.count(object.status(), "desiredNumberScheduled");
    if (desired.isEmpty()) {
      return new Readiness.Progressing("no nodes are chosen yet");
    }
    long wanted = desired.getAsLong();
    if (wanted > object.inStatus("currentNumberScheduled")) {
      return progress(object.inStatus("currentNumberScheduled"), wanted, "pods are scheduled");
    }
    boolean onDelete =
        object.spec().map("updateStrategy").text("type").filter("OnDelete"::equals).isPresent();
    if (!onDelete && wanted > object.inStatus("updatedNumberScheduled")) {
      return progress(object.inStatus("updatedNumberScheduled"), wanted, "pods are up to date");
    }
    if (wanted > object.inStatus("numberAvailable")) {
      return progress(object.inStatus("numberAvailable"), wanted, "pods are available");
    }
    return wanted > object.inStatus("numberReady")
        ? progress(object.inStatus("numberReady"), wanted, "pods are ready")
        : Readiness.READY;
  }

  static Readiness replicaSet(ObjectStatus object) {
    if (object.is("ReplicaFailure", "True")) {
      return new Readiness.Failed(object.told("ReplicaFailure"), REFUSED_PODS);
    }
    long wanted = object.inSpec("replicas", 1);
    for (String count :
        new String[] {"fullyLabeledReplicas", "availableReplicas", "readyReplicas"}) {
      if (wanted > object.inStatus(count)) {
        return progress(object.inStatus(count), wanted, "replicas are ready");
      }
    }
    return object.inStatus("replicas") > wanted
        ? new Readiness.Progressing("surplus replicas are still there")
        : Readiness.READY;
  }

  static Readiness job(ObjectStatus object, boolean completion) {
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

  private static Readiness progress(long there, long wanted, String what) {
    return new Readiness.Progressing(there + " of " + wanted + " " + what);
  }
}
