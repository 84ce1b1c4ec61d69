package dev.pannier.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {

  private final ControlPlane plane = ControlPlane.assumePresent();

  @Test
  void it_serves_and_its_kubeconfig_leads_to_it() {
    Config config = Config.fromKubeconfig(plane.kubeconfig().toFile());
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      assertThat(client.getKubernetesVersion().getMajor()).isEqualTo("1");
      assertThat(client.nodes().withName(FakeKubelet.NODE).get()).isNotNull();
    }
    assertThat(plane.startTime()).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void a_developer_may_do_nothing_by_himself() {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(plane.kubeconfig().toFile()))
            .withOauthToken(Kubeconfig.token(Kubeconfig.DEVELOPER))
            .build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      assertThatThrownBy(() -> client.pods().inNamespace("default").list())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("forbidden");
    }
  }

  @Test
  void tests_share_one_and_have_namespaces_of_their_own() {
    assertThat(ControlPlane.assumePresent()).isSameAs(plane);
    assertThat(plane.namespace()).isNotEqualTo(plane.namespace());
  }

  @Test
  void nothing_of_it_outlives_a_JVM_that_is_killed() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    Path kubeconfig = Path.of(out.readLine().replace("export KUBECONFIG=", ""));
    List<ProcessHandle> servers =
        jvm.descendants()
            .filter(each -> each.info().command().orElse("").contains("kube"))
            .toList();
    assertThat(servers).hasSizeGreaterThanOrEqualTo(2);
    assertThat(kubeconfig).exists();

    jvm.destroyForcibly().waitFor();

    for (ProcessHandle server : servers) {
      server.onExit().get(30, TimeUnit.SECONDS);
    }
    Eventually.holds(() -> assertThat(kubeconfig.getParent()).doesNotExist());
  }
}
