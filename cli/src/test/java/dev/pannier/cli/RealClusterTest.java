package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.Ending;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Shell;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines on a real API server, as a user types them. */
class RealClusterTest {
  private static final String WEB = Path.of("..", "charts", "web").toString();
  private static final Path GUIDE = Path.of("..", "docs", "guides", "clusters.md");

  private final Map<String, String> variables = new TreeMap<>();
  private ControlPlane plane;
  private String namespace;

  @TempDir private Path home;

  @BeforeEach
  void connect() {
    plane = ControlPlane.assumePresent();
    namespace = plane.namespace("cli");
    variables.put("HOME", home.toString());
    variables.put("KUBECONFIG", plane.kubeconfig().toString());
    variables.put("HELM_NAMESPACE", namespace);
  }

  @Test
  void the_role_of_the_guide_is_enough_for_a_release_from_beginning_to_end() throws IOException {
    bind(role());
    variables.put("HELM_KUBECONTEXT", "developer");

    succeed("install", "web", WEB, "--wait");
    assertThat(succeed("list")).contains("web", namespace, "deployed");
    assertThat(succeed("status", "web")).contains("Deployment/web           ready");
    succeed("upgrade", "web", WEB, "--set", "replicas=3", "--atomic");
    succeed("rollback", "web", "1", "--wait");
    assertThat(succeed("history", "web")).contains("Rollback to 1");
    succeed("uninstall", "web", "--wait");

    assertThat(plane.client().apps().deployments().inNamespace(namespace).list().getItems())
        .isEmpty();
    assertThat(run("list", "-A").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void who_may_nothing_is_told_what() {
    Terminal.Done done = run("list", "--as", "anna");

    assertThat(done.code()).isEqualTo(ExitCode.FAILED);
    assertThat(done.err()).contains("[cluster.forbidden]", "User \"anna\" cannot list", namespace);
  }

  @Test
  void a_release_that_is_not_there_is_told_without_a_look_at_other_namespaces() throws IOException {
    bind(role());

    Terminal.Done done = run("status", "web", "--kube-context", "developer");

    assertThat(done.code()).isEqualTo(ExitCode.FAILED);
    assertThat(done.err()).contains("There is no release `web` in namespace `" + namespace + "`.");
  }

  @Test
  void templates_see_the_cluster_where_it_is_asked() throws IOException {
    Path chart = Files.createDirectories(home.resolve("seen/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: seen\nversion: 1.0.0\n");
    Files.writeString(
        chart.resolve("templates/seen.yaml.hbs"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: seen
        data:
          version: {{Capabilities.KubeVersion.Version}}
          budgets: {{toJson (Capabilities.APIVersions.Has "policy/v1/PodDisruptionBudget")}}
          found: {{#with (lookup "v1" "Namespace" "" Release.Namespace)}}{{metadata.name}}{{/with}}
        """);
    String version = plane.client().getKubernetesVersion().getGitVersion();

    assertThat(succeed("template", "seen", chart.toString()))
        .contains("version: v1.36.0", "budgets: \"true\"")
        .doesNotContain("found: " + namespace);
    assertThat(succeed("template", "seen", chart.toString(), "--dry-run=server"))
        .contains("version: " + version, "found: " + namespace);
    assertThat(run("install", "seen", chart.toString(), "--kube-version", "1.30").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void shells_are_told_contexts_and_namespaces() {
    assertThat(succeed("completion", "contexts")).isEqualTo("admin\ndeveloper\n");
    assertThat(succeed("completion", "namespaces").lines()).contains("kube-system", namespace);
  }

  /** The role that the guide shows. */
  private static String role() throws IOException {
    String page = Files.readString(GUIDE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  private void bind(String role) throws IOException {
    String binding =
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: pannier}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pannier}
        subjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: developers}]
        """;
    KubernetesClient client = plane.client();
    try (InputStream objects =
        new ByteArrayInputStream((role + binding).getBytes(StandardCharsets.UTF_8))) {
      client.load(objects).inNamespace(namespace).create();
    }
  }

  private String succeed(String... words) {
    Terminal.Done done = run(words);
    assertThat(done.code())
        .as(String.join(" ", words) + "\n" + done.err())
        .isEqualTo(ExitCode.DONE);
    return done.out();
  }

  private Terminal.Done run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            Path.of(""),
            false,
            false,
            new LocalClock(),
            Thread::sleep,
            new SecretRandom(),
            new Ending());
    ExitCode code = Main.run(shell, words);
    return new Terminal.Done(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
