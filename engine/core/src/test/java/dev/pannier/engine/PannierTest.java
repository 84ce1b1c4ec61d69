package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PannierTest {
  private final Pannier pannier = new Pannier(Clock.systemUTC(), new Random(1));

  @TempDir private Path folder;

  @Test
  void values_go_over_defaults_and_into_templates() throws IOException {
    chart("a: {{Values.a}}\nb: {{Values.b}}\n", "a: 1\nb: 2\n");
    RenderResult result = pannier.render(request().values(values("b", 3)).build());
    assertThat(result.notes()).isEqualTo("a: 1\nb: 3\n");
    assertThat(result.values()).isEqualTo(Node.of(Map.of("a", 1, "b", 3)));
  }

  @Test
  void the_same_chart_with_other_values_keeps_its_compiled_templates() throws IOException {
    chart("a: {{Values.a}}\n", "a: 1\n");
    Chart chart = ChartLoader.load(folder);
    RenderRequest.Builder request = RenderRequest.builder(chart, ReleaseId.of("default", "web"));
    Chart first = pannier.render(request.values(values("a", 2)).build()).chart();
    Chart second = pannier.render(request.values(values("a", 3)).build()).chart();
    assertThat(second).isSameAs(first);
  }

  @Test
  void templates_see_the_release_and_the_cluster_that_they_are_told_of() throws IOException {
    chart(
        "{{Release.Name}} {{Release.Namespace}} {{Release.Revision}} {{Release.IsUpgrade}}"
            + " {{Capabilities.KubeVersion.Version}} {{Capabilities.APIVersions.Has \"x/v1\"}}",
        "");
    assertThat(
            pannier
                .render(
                    request()
                        .revision(4, true)
                        .kubeVersion("v1.30.1")
                        .apiVersions(Set.of("x/v1"))
                        .build())
                .notes())
        .isEqualTo("web shop 4 true v1.30.1 true");
  }

  @Test
  void in_front_of_a_cluster_templates_see_what_that_cluster_can_do() throws IOException {
    chart(
        "{{Capabilities.KubeVersion.Version}} {{Capabilities.APIVersions.Has \"policy/v1\"}}"
            + " {{Capabilities.APIVersions.Has \"x/v1\"}}",
        "");
    RenderRequest.Builder request =
        request().cluster(cluster("v1.20.0")).apiVersions(Set.of("x/v1"));
    assertThat(pannier.render(request.build()).notes()).isEqualTo("v1.20.0 false true");
    assertThat(pannier.render(request.kubeVersion("v1.30.1").build()).notes())
        .isEqualTo("v1.30.1 true true");
  }

  @Test
  void a_chart_is_refused_by_the_version_that_the_cluster_tells() throws IOException {
    chart("x", "");
    Files.writeString(
        folder.resolve("Chart.yaml"),
        "apiVersion: v2\nname: web\nversion: 1.0.0\nkubeVersion: '>=1.30.0'\n");
    RenderRequest request = request().cluster(cluster("v1.20.0")).build();
    assertThatThrownBy(() -> pannier.render(request))
        .hasMessageContaining(
            "The chart `web` needs Kubernetes `>=1.30.0`, and is rendered for `v1.20.0`.");
  }

  @Test
  void what_a_render_looks_up_twice_is_asked_once() throws IOException {
    String one = "{{#with (lookup \"v1\" \"ConfigMap\" \"shop\" \"a\")}}{{kind}}{{/with}}";
    String all = "{{#with (lookup \"v1\" \"ConfigMap\" \"shop\" \"\")}}{{kind}}{{/with}}";
    chart(one + one + all + all, "");
    List<String> asked = new ArrayList<>();
    Cluster counted = counting(cluster("v1.36.0"), asked);
    assertThat(pannier.render(request().cluster(counted).build()).notes())
        .isEqualTo("ConfigMapListConfigMapList");
    assertThat(asked).containsOnlyOnce("read", "list", "capabilities");
  }

  private Cluster cluster(String version) {
    return new SandboxReleases(folder.resolve("cluster"), version)
        .cluster(Clock.systemUTC(), new Random(1));
  }

  /** A cluster whose methods are written down as they are called. */
  private static Cluster counting(Cluster cluster, List<String> asked) {
    return (Cluster)
        Proxy.newProxyInstance(
            Cluster.class.getClassLoader(),
            new Class<?>[] {Cluster.class},
            (_, method, arguments) -> {
              asked.add(method.getName());
              return method.invoke(cluster, arguments);
            });
  }

  @Test
  void a_chart_for_a_newer_kubernetes_is_refused_whatever_suffix_the_version_has()
      throws IOException {
    chart("x", "");
    Files.writeString(
        folder.resolve("Chart.yaml"),
        "apiVersion: v2\nname: web\nversion: 1.0.0\nkubeVersion: '>=1.30.0'\n");
    assertThat(pannier.render(request().kubeVersion("v1.30.1-gke.5").build()).notes())
        .isEqualTo("x");
    assertThatThrownBy(() -> pannier.render(request().kubeVersion("v1.29.9+k3s1").build()))
        .hasMessageContaining(
            "The chart `web` needs Kubernetes `>=1.30.0`, and is rendered for `v1.29.9+k3s1`.");
  }

  @Test
  void the_schema_is_checked_unless_told_otherwise() throws IOException {
    chart("{{Values.a}}", "a: 1\n");
    Files.writeString(
        folder.resolve("values.schema.json"), "{\"properties\": {\"a\": {\"type\": \"integer\"}}}");
    assertThatThrownBy(() -> pannier.render(request().values(values("a", "x")).build()))
        .hasMessageContaining("`a` is the string");
    assertThat(pannier.render(request().values(values("a", "x")).schema(false).build()).notes())
        .isEqualTo("x");
  }

  private void chart(String notes, String values) throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    Files.writeString(folder.resolve("values.yaml"), values);
    Files.writeString(folder.resolve("templates/NOTES.txt.hbs"), notes);
  }

  private RenderRequest.Builder request() {
    return RenderRequest.builder(ChartLoader.load(folder), ReleaseId.of("shop", "web"));
  }

  private static MapNode values(String key, Object value) {
    return MapNode.of(Map.of(key, Node.of(value)));
  }
}
