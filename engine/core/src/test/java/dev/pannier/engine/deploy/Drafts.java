package dev.pannier.engine.deploy;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes drafts of YAML, as a chart would render them. */
final class Drafts {

  private Drafts() {}

  static final String WEB =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
      data:
        color: COLOR
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: example.test/web:TAG
      """;

  /** The usual release: a ConfigMap and a Deployment. */
  static RevisionDraft web(String tag) {
    return of(WEB.replace("TAG", tag).replace("COLOR", tag));
  }

  static RevisionDraft of(String yaml, Hook... hooks) {
    return new RevisionDraft(
        chart("web", "1.0.0"),
        MapNode.EMPTY,
        MapNode.EMPTY,
        List.of(),
        resources(yaml),
        List.of(hooks),
        "",
        Map.of());
  }

  static RevisionDraft with(RevisionDraft draft, List<Hook> hooks, List<Resource> crds) {
    return new RevisionDraft(
        draft.chart(),
        draft.config(),
        draft.generated(),
        crds,
        draft.resources(),
        hooks,
        draft.notes(),
        draft.labels());
  }

  static List<Resource> resources(String yaml) {
    Source source = new Source("web/templates/all.yaml.hbs", yaml);
    Problems problems = new Problems();
    List<Resource> resources = new ArrayList<>();
    for (Node node : YamlReader.readAll(source, SourceMap.of(source), problems)) {
      MapNode content = (MapNode) node;
      MapNode metadata = content.map("metadata");
      ResourceId id =
          new ResourceId(
              content.text("apiVersion").orElseThrow(),
              content.text("kind").orElseThrow(),
              metadata.text("namespace").orElse(""),
              metadata.text("name").orElseThrow());
      resources.add(new Resource(id, content, source.name(), YamlWriter.write(content)));
    }
    problems.throwIfErrors();
    return resources;
  }

  static Hook hook(
      String name, String tag, int weight, Hook.Event event, Hook.DeletePolicy... del) {
    String yaml =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: NAME
          annotations:
            helm.sh/hook-output-log-policy: hook-succeeded,hook-failed
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: job
                  image: example.test/job:TAG
        """;
    Resource job = resources(yaml.replace("NAME", name).replace("TAG", tag)).getFirst();
    return new Hook(job, Set.of(event), weight, Set.of(del));
  }

  static Chart chart(String name, String version) {
    ChartMetadata metadata =
        new ChartMetadata(
            "v2",
            name,
            version,
            "2.0",
            "",
            "A test.",
            "application",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of("team", "blue"),
            false,
            "",
            "",
            MapNode.EMPTY);
    ChartFile template =
        new ChartFile(
            "templates/all.yaml.hbs",
            "web/templates/all.yaml.hbs",
            "kind: {{Values.kind}}\n".getBytes(StandardCharsets.UTF_8));
    return new Chart(
        metadata,
        MapNode.of(Map.of("replicas", Node.of(2))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(template),
        List.of(),
        List.of(),
        List.of());
  }
}
