package dev.pannier.engine.deploy.readiness;

import java.util.Optional;

/** The readiness of a pod that stands for itself. */
final class PodReadiness {

  private PodReadiness() {}

  /**
   * The readiness of a pod.
   *
   * @param completion whether it has to end
   */
  static Readiness of(ObjectStatus pod, WaitSettings settings, boolean completion) {
    Optional<PodFault> fault = PodFault.of(pod, settings.restarts(), true);
    if (fault.isPresent()) {
      return new Readiness.Failed(fault.get().reason(), fault.get().grace());
    }
    return switch (pod.phase()) {
      case "Succeeded" -> Readiness.READY;
      case "Failed" ->
          new Readiness.Failed(pod.status().text("message").orElse("the pod has failed"));
      case "Running" -> running(pod, completion);
      default ->
          pod.is("PodScheduled", "False")
              ? new Readiness.Progressing(pod.told("PodScheduled"))
              : new Readiness.Progressing("the pod has not started");
    };
  }

  private static Readiness running(ObjectStatus pod, boolean completion) {
    if (completion) {
      return new Readiness.Progressing("the pod is running");
    }
    return pod.is("Ready", "True")
        ? Readiness.READY
        : new Readiness.Progressing("the pod is not ready");
  }
}
