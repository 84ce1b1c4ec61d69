package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pod from its scheduling to the end of its containers, lived on a thread of its own, which is
 * interrupted when the pod is deleted.
 */
final class PodLife implements Runnable {

  private static final Duration RETRY = Duration.ofMillis(300);

  private final Pod pod;
  private final FakeKubelet kubelet;
  private final PodPlot plot;
  private final String address;
  private final Set<Moment> told = new HashSet<>();

  PodLife(Pod pod, FakeKubelet kubelet, String address) {
    this.pod = pod;
    this.kubelet = kubelet;
    this.plot = PodPlot.of(pod, kubelet.pace());
    this.address = address;
  }

  @Override
  public void run() {
    try {
      schedule();
      live();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void schedule() throws InterruptedException {
    if (pod.getSpec().getNodeName() != null) {
      return;
    }
    String reported = "";
    Scheduling scheduling = new Scheduling(kubelet.client(), pod);
    Optional<String> obstacle = scheduling.obstacle();
    while (obstacle.isPresent()) {
      String message = "0/1 nodes are available: " + obstacle.get() + ".";
      if (!message.equals(reported)) {
        kubelet.publish(pod, unschedulable(message));
        kubelet.events().scheduler(pod, true, "FailedScheduling", message);
        reported = message;
      }
      Thread.sleep(RETRY);
      obstacle = scheduling.obstacle();
    }
    scheduling.bind();
    kubelet
        .events()
        .scheduler(pod, false, "Scheduled", "Successfully assigned the pod to " + FakeKubelet.NODE);
  }

  private void live() throws InterruptedException {
    waitForConfiguration();
    Instant begin = kubelet.clock().instant();
    Optional<Duration> next = Optional.of(Duration.ZERO);
    while (next.isPresent()) {
      Duration age = next.get();
      Duration rest = Duration.between(kubelet.clock().instant(), begin.plus(age));
      if (rest.isPositive()) {
        Thread.sleep(rest);
      }
      PodPicture picture = plot.at(age);
      kubelet.publish(pod, status(picture, begin));
      tell(picture);
      next = picture.over() ? Optional.empty() : plot.nextChange(age);
    }
  }

  /** As long as a ConfigMap or Secret is not there, the containers cannot be made. */
  private void waitForConfiguration() throws InterruptedException {
    Configuration configuration = new Configuration(kubelet.client(), pod);
    Optional<Configuration.Lack> lack = configuration.lack();
    if (lack.isPresent()) {
      PodPicture picture = plot.at(Duration.ZERO).with(lack.get().container(), lack.get().moment());
      kubelet.publish(pod, status(picture, kubelet.clock().instant()));
      tell(picture);
    }
    while (lack.isPresent()) {
      Thread.sleep(RETRY);
      lack = configuration.lack();
    }
  }

  private void tell(PodPicture picture) {
    for (List<PodPicture.Shot> shots : List.of(picture.setUp(), picture.containers())) {
      for (PodPicture.Shot shot : shots) {
        Moment moment = shot.moment();
        if (moment.news().isPresent() && told.add(moment)) {
          kubelet.events().kubelet(pod, shot.container().getName(), moment.news().get());
        }
      }
    }
  }

  private PodStatus unschedulable(String message) {
    return new PodStatusBuilder()
        .withPhase("Pending")
        .withConditions(condition("PodScheduled", false, "Unschedulable", message))
        .build();
  }

  private PodStatus status(PodPicture picture, Instant begin) {
    boolean ready = picture.ready();
    boolean succeeded = picture.phase().equals("Succeeded");
    String unready = succeeded ? "PodCompleted" : "ContainersNotReady";
    List<PodCondition> conditions = new ArrayList<>();
    conditions.add(condition("PodScheduled", true, "", ""));
    conditions.add(condition("Initialized", picture.initialized(), "ContainersNotInitialized", ""));
    conditions.add(condition("ContainersReady", ready, unready, ""));
    conditions.add(condition("Ready", ready, unready, ""));
    PodStatusBuilder status =
        new PodStatusBuilder()
            .withPhase(picture.phase())
            .withConditions(conditions)
            .withHostIP("127.0.0.1")
            .withPodIP(address)
            .addNewPodIP(address)
            .withStartTime(PodPicture.text(begin))
            .withContainerStatuses(picture.statuses(pod, begin));
    return picture.setUp().isEmpty()
        ? status.build()
        : status.withInitContainerStatuses(picture.initStatuses(pod, begin)).build();
  }

  private PodCondition condition(String type, boolean met, String reason, String message) {
    return new PodConditionBuilder()
        .withType(type)
        .withStatus(met ? "True" : "False")
        .withReason(met || reason.isEmpty() ? null : reason)
        .withMessage(met || message.isEmpty() ? null : message)
        .withLastTransitionTime(PodPicture.text(kubelet.clock().instant()))
        .build();
  }
}
