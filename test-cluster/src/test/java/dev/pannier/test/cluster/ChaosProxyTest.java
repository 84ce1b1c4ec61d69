package dev.pannier.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChaosProxyTest {

  private final ControlPlane plane = ControlPlane.assumePresent();
  private final String namespace = plane.namespace();
  private final ChaosProxy proxy = plane.proxy();
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(config(proxy)).build();

  private static Config config(ChaosProxy proxy) {
    Config config = Config.fromKubeconfig(proxy.kubeconfig().toFile());
    return new ConfigBuilder(config).withRequestRetryBackoffLimit(0).build();
  }

  @AfterEach
  void close() {
    client.close();
    proxy.close();
  }

  private ConfigMap map(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .build();
  }

  private boolean there(String name) {
    return plane.client().configMaps().inNamespace(namespace).withName(name).get() != null;
  }

  private static boolean creates(Request request) {
    return request.verb().equals("create") && request.resource().equals("configmaps");
  }

  @Test
  void it_tells_requests_by_verb_and_resource() throws IOException {
    client.resource(map("a")).create();
    client.resource(map("a")).get();
    client.resource(map("a")).fieldManager("test").serverSideApply();
    client.configMaps().inNamespace(namespace).list();
    client.resource(map("a")).dryRun().delete();

    assertThat(proxy.requests())
        .extracting(Request::verb)
        .containsExactly("create", "get", "apply", "list", "delete");
    assertThat(proxy.requests())
        .extracting(Request::writes)
        .containsExactly(true, false, true, false, false);
    assertThat(proxy.requests().get(2)).hasToString("3 apply configmaps " + namespace + "/a");
    assertThat(proxy.answers())
        .extracting(ChaosProxy.Answer::status)
        .containsExactly(201, 200, 200, 200, 200);
    assertThat(proxy.answers().get(3).bytes()).isGreaterThan(100);
    assertThat(Files.readString(proxy.log())).contains("1 create configmaps", "1 -> 201");
  }

  @Test
  void a_dropped_request_has_no_effect() {
    proxy.at(2, ChaosProxyTest::creates, Fault.dropRequest());

    client.resource(map("a")).create();
    assertThatThrownBy(() -> client.resource(map("b")).create())
        .isInstanceOf(KubernetesClientException.class);
    client.resource(map("c")).create();

    assertThat(there("a")).isTrue();
    assertThat(there("b")).isFalse();
    assertThat(there("c")).isTrue();
  }

  @Test
  void a_dropped_answer_hides_an_effect() {
    proxy.at(1, ChaosProxyTest::creates, Fault.dropAnswer());

    assertThatThrownBy(() -> client.resource(map("a")).create())
        .isInstanceOf(KubernetesClientException.class);

    assertThat(there("a")).isTrue();
  }

  @Test
  void something_can_happen_before_the_effect_or_after_it() {
    AtomicReference<Boolean> before = new AtomicReference<>();
    AtomicReference<Boolean> after = new AtomicReference<>();
    proxy.at(1, ChaosProxyTest::creates, new Fault.DropRequest(() -> before.set(there("a"))));
    proxy.at(2, ChaosProxyTest::creates, new Fault.DropAnswer(() -> after.set(there("a"))));

    assertThatThrownBy(() -> client.resource(map("a")).create());
    assertThatThrownBy(() -> client.resource(map("a")).create());

    assertThat(before).hasValue(false);
    assertThat(after).hasValue(true);
  }

  @Test
  void an_answer_can_be_made_up() {
    proxy.always(ChaosProxyTest::creates, new Fault.Answer(429, "{}", List.of("Retry-After: 1")));

    assertThatThrownBy(() -> client.resource(map("a")).create())
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(429));
    proxy.forget();
    client.resource(map("a")).create();
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void a_delayed_request_arrives() {
    proxy.at(1, ChaosProxyTest::creates, new Fault.Delay(Duration.ofMillis(300)));

    long begin = System.nanoTime();
    client.resource(map("a")).create();

    assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(300).toNanos());
    assertThat(there("a")).isTrue();
  }

  @Test
  void a_watch_passes_through_at_once() throws InterruptedException {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Watcher<ConfigMap> watcher =
        new Watcher<>() {
          @Override
          public void eventReceived(Action action, ConfigMap object) {
            seen.add(action + " " + object.getMetadata().getName());
          }

          @Override
          public void onClose(WatcherException cause) {}
        };
    try (Watch _ = client.configMaps().inNamespace(namespace).withName("w").watch(watcher)) {
      plane.client().resource(map("w")).create();
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("ADDED w");
      plane.client().resource(map("w")).delete();
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("DELETED w");
    }
    assertThat(proxy.requests()).extracting(Request::verb).contains("watch");
  }
}
