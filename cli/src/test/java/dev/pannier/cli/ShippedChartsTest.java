package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.cluster.Census;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Eventually;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each chart that ships with Pannier, with each set of values that it is tested with, on a real API
 * server: it installs, upgrades, rolls back and uninstalls, and nothing is left behind but what is
 * said to stay.
 */
class ShippedChartsTest {

  private static final Path CHARTS = Path.of("../charts").toAbsolutePath().normalize();

  /** What an API server of 1.20 refuses, and how that is told. */
  private static final Map<String, String> TOO_NEW =
      Map.of(
          "agent/everything", "expected string",
          "database/everything", "expected string",
          "operator-app/everything", "expected string",
          "platform/everything", "expected string",
          "web/everything", "expected string",
          "batch/everything", "Kubernetes knows these from 1.25 on",
          "batch/production", "Kubernetes knows these from 1.25 on");

  /** What makes a chart roll out with no more patience than a test has. */
  private static final Map<String, String> PATIENCE =
      Map.of(
          "agent", "rollout.minReadySeconds=0",
          "database", "minReadySeconds=0",
          "platform",
              "shop.rollout.minReadySeconds=0,admin.rollout.minReadySeconds=0,"
                  + "agent.rollout.minReadySeconds=0,database.minReadySeconds=0",
          "web", "rollout.minReadySeconds=0");

  /** Secrets that a chart expects to be there. */
  private static final Map<String, String> PREPARED =
      Map.of(
          "agent/kube-1.20", "log-store",
          "agent/production", "log-store",
          "database/minimal", "passwords");

  @TempDir static Path home;
  private static ControlPlane plane;
  private static KubernetesClient client;
  private static String namespace;

  @BeforeAll
  static void start() throws Exception {
    plane = ControlPlane.assumePresent();
    client = plane.client();
    namespace = plane.namespace("charts");
    Eventually.holds(
        () -> assertThat(whatIs()).contains("serviceaccounts " + namespace + "/default"));
  }

  private static Set<String> whatIs() {
    return new TreeSet<>(Census.of(client).keySet());
  }

  @TestFactory
  Stream<DynamicTest> what_ships_works_on_a_real_server() throws IOException {
    List<Path> cases = cases();
    assertThat(cases).hasSizeGreaterThan(25);
    return cases.stream().map(each -> DynamicTest.dynamicTest(name(each), () -> live(each)));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CHARTS, 3)) {
      return files
          .filter(each -> each.getParent().endsWith("tests") && Files.isDirectory(each))
          .filter(each -> !Files.exists(each.resolve("expected.err")))
          .sorted()
          .toList();
    }
  }

  private static Path chart(Path testCase) {
    return testCase.getParent().getParent();
  }

  private static String name(Path testCase) {
    return chart(testCase).getFileName() + "/" + testCase.getFileName();
  }

  private static List<String> values(Path testCase) throws IOException {
    List<String> flags = new ArrayList<>();
    if (Files.exists(testCase.resolve("values.yaml"))) {
      flags.addAll(List.of("-f", testCase.resolve("values.yaml").toString()));
    }
    if (Files.exists(testCase.resolve("case.yaml"))) {
      for (String line : Files.readAllLines(testCase.resolve("case.yaml"))) {
        if (line.startsWith("values: ")) {
          for (String file : line.substring("values: ".length()).split("[\\[\\], ]+", -1)) {
            if (!file.isEmpty()) {
              flags.addAll(List.of("-f", testCase.resolve(file).normalize().toString()));
            }
          }
        }
      }
    }
    return flags;
  }

  private void live(Path testCase) throws Exception {
    String secret = PREPARED.getOrDefault(name(testCase), "");
    prepare(secret);
    Set<String> before = whatIs();
    Terminal terminal =
        new Terminal(home).inRealTime().with("KUBECONFIG", plane.kubeconfig().toString());
    Life life = new Life(terminal, testCase.getFileName().toString().replace('.', '-'));
    List<String> chart = new ArrayList<>(List.of(chart(testCase).toString(), "--wait"));
    chart.addAll(values(testCase));
    String patience = PATIENCE.getOrDefault(chart(testCase).getFileName().toString(), "");
    chart.addAll(patience.isEmpty() ? List.of() : List.of("--set", patience));
    if (TOO_NEW.containsKey(name(testCase))) {
      assertThat(life.refused("install", chart)).contains(TOO_NEW.get(name(testCase)));
    } else {
      life.run("install", chart);
      chart.addAll(changed(testCase));
      life.run("upgrade", chart);
      life.run("rollback", List.of("1", "--wait"));
      life.run("uninstall", List.of());
      clear(before);
    }
    Eventually.holds(() -> assertThat(whatIs()).isEqualTo(before));
    client.secrets().inNamespace(namespace).withName(secret.isEmpty() ? "none" : secret).delete();
  }

  private static void prepare(String secret) {
    if (!secret.isEmpty()) {
      client
          .resource(
              new SecretBuilder()
                  .withNewMetadata()
                  .withName(secret)
                  .withNamespace(namespace)
                  .endMetadata()
                  .build())
          .create();
    }
  }

  private static List<String> changed(Path testCase) {
    String part = chart(testCase).endsWith("platform") ? "shop." : "";
    return List.of("--set", part + "image.tag=2026.1");
  }

  /** Waits until nothing is there more than before but what is meant to stay, and removes that. */
  private static void clear(Set<String> before) throws Exception {
    Map<String, GenericKubernetesResource> kept = new TreeMap<>();
    Eventually.holds(() -> {
      kept.clear();
      kept.putAll(Census.of(client));
      kept.keySet().removeAll(before);
      assertThat(kept.keySet()).allMatch(what -> stays(what, kept.get(what)));
    });
    kept.values().forEach(object -> client.resource(object).delete());
  }

  /** Definitions of kinds, the data of stateful sets, and what says of itself that it stays. */
  private static boolean stays(String what, GenericKubernetesResource object) {
    return what.startsWith("customresourcedefinitions")
        || what.startsWith("apiservices")
        || what.startsWith("persistentvolume")
        || "keep".equals(object.getMetadata().getAnnotations().get("helm.sh/resource-policy"));
  }

  /** The life of a release, command by command. */
  private record Life(Terminal terminal, String release) {

    void run(String verb, List<String> words) {
      Terminal.Done done = done(verb, words);
      assertThat(done.code()).as(verb + "%n" + done.out() + done.err()).isEqualTo(ExitCode.DONE);
    }

    String refused(String verb, List<String> words) {
      Terminal.Done done = done(verb, words);
      assertThat(done.code()).isEqualTo(ExitCode.FAILED);
      return done.err();
    }

    private Terminal.Done done(String verb, List<String> words) {
      List<String> line = new ArrayList<>(List.of(verb, release));
      line.addAll(words);
      line.addAll(List.of("-n", namespace, "--timeout", "90s"));
      return terminal.run(line.toArray(String[]::new));
    }
  }
}
