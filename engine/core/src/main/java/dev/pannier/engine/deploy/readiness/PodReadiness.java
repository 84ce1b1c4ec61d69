package dev.pannier.engine.deploy.readiness;

import java.util.Optional;

/** The readiness of a pod that stands for itself. */
final class PodReadiness {

  private PodReadiness() {}

  static Readiness of(ObjectStatus pod, WaitSettings settings) {
    Optional<PodFault> fault = PodFault.of(pod, settings.restarts(), true);
    if (fault.isPresent()) {
      return new Readiness.Failed(fault.get().reason(), fault.get().grace());
    }
    return switch (pod.phase()) {
      case "Succeeded" -> Readiness.READY;
      case "Failed" ->
          new Readiness.Failed(pod.status().text("message").orElse("the pod has failed"));
      case "Running" ->
          pod.is("Ready", "True")
              ? Readiness.READY
              : new Readiness.Progressing("the pod is not ready");
      default ->
          pod.is("PodScheduled", "False")
              ? new Readiness.Progressing(pod.told("PodScheduled"))
              : new Readiness.Progressing("the pod has not started");
    };
  }
}
