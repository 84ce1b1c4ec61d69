package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.News;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Writes events as the parts of a node do. */
final class EventLog {

  private final KubernetesClient client;
  private final Clock clock;
  private final AtomicLong number = new AtomicLong();

  EventLog(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Of a container. */
  void kubelet(HasMetadata pod, String container, News news) {
    write(pod, "kubelet", "spec.containers{" + container + "}", news);
  }

  /** Of the scheduler. */
  void scheduler(HasMetadata pod, boolean warning, String reason, String message) {
    write(pod, "default-scheduler", "", new News(warning, reason, message));
  }

  /** Of the storage. */
  void storage(HasMetadata claim, News news) {
    write(claim, FakeStorage.PROVISIONER, "", news);
  }

  private void write(HasMetadata object, String source, String field, News news) {
    String namespace = object.getMetadata().getNamespace();
    String now = PodPicture.text(clock.instant());
    String name = object.getMetadata().getName() + "." + Long.toHexString(number.incrementAndGet());
    EventBuilder event =
        new EventBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withNewInvolvedObject()
            .withApiVersion(object.getApiVersion())
            .withKind(object.getKind())
            .withName(object.getMetadata().getName())
            .withNamespace(namespace)
            .withUid(object.getMetadata().getUid())
            .withFieldPath(field.isEmpty() ? null : field)
            .endInvolvedObject()
            .withNewSource()
            .withComponent(source)
            .withHost(FakeKubelet.NODE)
            .endSource()
            .withType(news.warning() ? "Warning" : "Normal")
            .withReason(news.reason())
            .withMessage(news.message())
            .withFirstTimestamp(now)
            .withLastTimestamp(now)
            .withCount(1);
    try {
      client.v1().events().inNamespace(namespace).resource(event.build()).create();
    } catch (KubernetesClientException e) {
      // In a namespace that is being deleted nothing new can be made.
      if (e.getCode() != 403 && e.getCode() != 404 && e.getCode() != 409) {
        throw e;
      }
    }
  }
}
