package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * The one node of a control plane, and what else of a cluster it lacks: binds pods, lives them as
 * the tags of their images say, keeps logs and writes events, finishes deletions, makes volumes and
 * addresses of load balancers. No container ever runs.
 *
 * <p>A tag that contains one of these words decides; any other image is ready, or where it is to
 * end has done its work, after a moment:
 *
 * <ul>
 *   <li>{@code slow}: is ready, or ends, after four seconds
 *   <li>{@code hang}: runs, is never ready and never ends
 *   <li>{@code crash}: ends with exit code 1, and again after each restart
 *   <li>{@code flaky}: crashes twice, then runs
 *   <li>{@code oom}: as crash, killed for its memory
 *   <li>{@code missing}: cannot be pulled
 *   <li>{@code unschedulable}: no node takes the pod; nor does one where it asks for more than 64
 *       CPUs or 256Gi, another node, or a claim that is not bound
 * </ul>
 *
 * <p>A ConfigMap or Secret that a container needs and that is not there keeps it from being made. A
 * Service with the annotation {@code test.pannier.dev/address: pending} gets no address.
 */
public final class FakeKubelet implements AutoCloseable {

  /** The name of the node. */
  public static final String NODE = "node-1";

  static final Map<String, String> LABELS =
      Map.of(
          "kubernetes.io/hostname",
          NODE,
          "kubernetes.io/os",
          "linux",
          "kubernetes.io/arch",
          "amd64");
  static final Map<String, Quantity> ROOM =
      Map.of("cpu", new Quantity("64"), "memory", new Quantity("256Gi"));

  private final KubernetesClient client;
  private final Clock clock = Clock.systemUTC();
  private final EventLog events;
  private final LogServer logs;
  private final FakeStorage storage;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Future<?>> lives = new ConcurrentHashMap<>();
  private final AtomicInteger addresses = new AtomicInteger();
  private final Semaphore requests = new Semaphore(8);
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();
  private final SharedIndexInformer<Pod> pods;

  FakeKubelet(KubernetesClient client, SSLContext tls) {
    this.client = client;
    this.events = new EventLog(client, clock);
    this.storage = new FakeStorage(client, events);
    this.pods = client.pods().inAnyNamespace().runnableInformer(0);
    try {
      this.logs = new LogServer(tls, this::pod);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    register();
    storage.prepare();
    watch(pods, this::changed, this::gone);
    watch(
        client.persistentVolumeClaims().inAnyNamespace().runnableInformer(0),
        claim -> work(() -> storage.provide(claim)),
        _ -> {});
    watch(
        client.persistentVolumes().runnableInformer(0),
        volume -> work(() -> storage.reclaim(volume)),
        _ -> {});
    watch(
        client.services().inAnyNamespace().runnableInformer(0),
        service -> work(() -> address(service)),
        _ -> {});
  }

  KubernetesClient client() {
    return client;
  }

  Pace pace() {
    return Pace.BRISK;
  }

  Clock clock() {
    return clock;
  }

  EventLog events() {
    return events;
  }

  private Pod pod(String namespace, String name) {
    return pods.getStore().getByKey(namespace + "/" + name);
  }

  private void register() {
    NodeBuilder node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(NODE)
            .withLabels(LABELS)
            .endMetadata()
            .withNewStatus()
            .withCapacity(room())
            .withAllocatable(room())
            .addNewAddress("127.0.0.1", "InternalIP")
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .withReason("KubeletReady")
            .endCondition()
            .withNewDaemonEndpoints()
            .withNewKubeletEndpoint(logs.port())
            .endDaemonEndpoints()
            .endStatus();
    client.resource(node.build()).create();
  }

  private static Map<String, Quantity> room() {
    Map<String, Quantity> room = new HashMap<>(ROOM);
    room.put("pods", new Quantity("10000"));
    return room;
  }

  private <T extends HasMetadata> void watch(
      SharedIndexInformer<T> informer, Consumer<T> changed, Consumer<T> gone) {
    informer.addEventHandler(
        new ResourceEventHandler<T>() {
          @Override
          public void onAdd(T object) {
            changed.accept(object);
          }

          @Override
          public void onUpdate(T before, T now) {
            changed.accept(now);
          }

          @Override
          public void onDelete(T object, boolean unknown) {
            gone.accept(object);
          }
        });
    informers.add(informer);
    informer.run();
  }

  private void work(Runnable task) {
    threads.execute(() -> attempt(task));
  }

  private void changed(Pod pod) {
    String uid = pod.getMetadata().getUid();
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      gone(pod);
      work(() -> client.resource(pod).withGracePeriod(0).delete());
      return;
    }
    lives.computeIfAbsent(uid, _ -> threads.submit(new PodLife(pod, this, nextAddress())));
  }

  private void gone(Pod pod) {
    Future<?> life = lives.remove(pod.getMetadata().getUid());
    if (life != null) {
      life.cancel(true);
    }
  }

  private String nextAddress() {
    int number = addresses.incrementAndGet();
    return String.format(Locale.ROOT, "10.244.%d.%d", number / 250 % 250, number % 250 + 1);
  }

  /** Writes what became of a pod. */
  void publish(Pod pod, PodStatus status) {
    Pod news =
        new PodBuilder()
            .withNewMetadata()
            .withName(pod.getMetadata().getName())
            .withNamespace(pod.getMetadata().getNamespace())
            .endMetadata()
            .withStatus(status)
            .build();
    attempt(() ->
        client.resource(news).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE)));
  }

  private void address(Service service) {
    boolean wanted =
        "LoadBalancer".equals(service.getSpec().getType())
            && service.getStatus().getLoadBalancer().getIngress().isEmpty()
            && !"pending"
                .equals(service.getMetadata().getAnnotations().get("test.pannier.dev/address"));
    if (wanted) {
      Service news =
          new ServiceBuilder(service)
              .withNewStatus()
              .withNewLoadBalancer()
              .withIngress(new LoadBalancerIngressBuilder().withIp("192.0.2.1").build())
              .endLoadBalancer()
              .endStatus()
              .build();
      client.resource(news).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE));
    }
  }

  /** What is gone, or changed since, is looked at again when the server tells of it. */
  private void attempt(Runnable request) {
    requests.acquireUninterruptibly();
    try {
      request.run();
    } catch (KubernetesClientException e) {
      if (e.getCode() != 404 && e.getCode() != 409) {
        throw e;
      }
    } finally {
      requests.release();
    }
  }

  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::close);
    threads.shutdownNow();
    logs.close();
  }
}
