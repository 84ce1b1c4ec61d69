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

  /** Secrets that a chart expects to be there. */
  private static final Map<String, String> PREPARED =
      Map.of("agent/production", "log-store", "database/minimal", "passwords");

  @TempDir static Path home;
  private static ControlPlane plane;
  private static KubernetesClient client;

  @BeforeAll
  static void start() {
    plane = ControlPlane.assumePresent();
    client = plane.client();
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
    Set<String> before = new TreeSet<>(Census.of(client).keySet());
    String namespace = plane.namespace("chart");
    prepare(testCase, namespace);
    Terminal terminal =
        new Terminal(home).inRealTime().with("KUBECONFIG", plane.kubeconfig().toString());
    String release = testCase.getFileName().toString().replace('.', '-');
    Life life = new Life(terminal, release, namespace);
    List<String> chart = new ArrayList<>(List.of(chart(testCase).toString(), "--wait"));
    chart.addAll(values(testCase));
    try {
      if (TOO_NEW.containsKey(name(testCase))) {
        assertThat(life.refused("install", chart)).contains(TOO_NEW.get(name(testCase)));
      } else {
        life.run("install", chart);
        chart.addAll(changed(testCase));
        life.run("upgrade", chart);
        life.run("rollback", List.of("1", "--wait"));
        life.run("uninstall", List.of());
      }
    } finally {
      leftovers(before, namespace);
      client.namespaces().withName(namespace).delete();
    }
    Eventually.holds(() -> assertThat(Census.of(client).keySet()).isEqualTo(before));
  }

  private static void prepare(Path testCase, String namespace) {
    String secret = PREPARED.get(name(testCase));
    if (secret != null) {
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

  /** Looks at what is there more than before, and takes away what is meant to stay. */
  private static void leftovers(Set<String> before, String namespace) throws Exception {
    Map<String, GenericKubernetesResource> left = new TreeMap<>();
    Eventually.holds(() -> {
      left.clear();
      Census.of(client)
          .forEach((what, object) -> {
            if (!before.contains(what) && !ofNamespace(what, namespace)) {
              left.put(what, object);
            }
          });
      assertThat(left.entrySet()).allMatch(each -> stays(each.getKey(), each.getValue()));
    });
    left.values().forEach(object -> client.resource(object).delete());
  }

  /** What a namespace brings with it. */
  private static boolean ofNamespace(String what, String namespace) {
    return what.equals("namespaces " + namespace)
        || what.equals("serviceaccounts " + namespace + "/default")
        || what.equals("configmaps " + namespace + "/kube-root-ca.crt")
        || what.startsWith("secrets " + namespace + "/default-token-")
        || PREPARED.values().stream()
            .anyMatch(secret -> what.equals("secrets " + namespace + "/" + secret));
  }

  /** Definitions of kinds, the data of stateful sets, and what says of itself that it stays. */
  private static boolean stays(String what, GenericKubernetesResource object) {
    return what.startsWith("customresourcedefinitions")
        || what.startsWith("persistentvolume")
        || "keep".equals(object.getMetadata().getAnnotations().get("helm.sh/resource-policy"));
  }

  /** The life of a release, command by command. */
  private record Life(Terminal terminal, String release, String namespace) {

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
