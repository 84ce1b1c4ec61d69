package dev.pannier.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartLock;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.chart.Maintainer;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Releases for tests: plain ones, and one that has everything. */
public final class Releases {

  public static final ReleaseId ID = ReleaseId.of("default", "web");
  public static final Instant WHEN = Instant.parse("2026-11-20T12:00:00.123456789Z");

  public static final String MANIFEST =
      """
      ---
      # Source: web/templates/a.yaml.hbs
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: a
      data:
        text: |
          --- not a document <b>&</b>
      ---
      # Source: web/templates/b.yaml.hbs
      apiVersion: v1
      kind: Secret
      metadata:
        name: b
        namespace: other
      """;

  private Releases() {}

  public static Release plain(int revision, Status status) {
    return of(ID, revision, status);
  }

  public static Release of(ReleaseId id, int revision, Status status) {
    return new Release(
        id,
        revision,
        new ReleaseInfo(WHEN, WHEN, Optional.empty(), "", status, "", 0),
        chart(),
        MapNode.EMPTY,
        MapNode.EMPTY,
        "",
        List.of(),
        Map.of(),
        "ssa",
        "");
  }

  public static Release rich(int revision, Status status) {
    HookRun run =
        new HookRun(Optional.of(WHEN), Optional.of(WHEN.plusSeconds(1)), HookRun.Phase.SUCCEEDED);
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate
          annotations:
            helm.sh/hook: pre-install,pre-upgrade
            helm.sh/hook-output-log-policy: hook-failed
        """;
    Hook hook =
        new Hook(
            ManifestText.read(new Source("job", job), "web/templates/job.yaml.hbs").getFirst(),
            Set.of(Hook.Event.PRE_INSTALL, Hook.Event.PRE_UPGRADE),
            -5,
            Set.of(Hook.DeletePolicy.HOOK_SUCCEEDED));
    return new Release(
        ID,
        revision,
        new ReleaseInfo(
            WHEN, WHEN.plusSeconds(60), Optional.empty(), "Upgrade complete", status, "Hi!\n", 3),
        chart(),
        yaml("{replicas: 1000000, ratio: 0.10, name: null, list: [a, 'true'], html: '<&>'}"),
        yaml("{password: s3cret, port: 8080}"),
        MANIFEST,
        List.of(new RecordedHook(hook, run)),
        Map.of("team", "blue"),
        "ssa",
        "");
  }

  static MapNode yaml(String yaml) {
    return (MapNode) YamlReader.read(new Source("test.yaml", yaml));
  }

  static Chart chart() {
    ChartMetadata metadata =
        new ChartMetadata(
            "v2",
            "web",
            "1.2.3",
            "1.10",
            ">=1.25.0-0",
            "A web server.",
            "application",
            "https://example.test",
            "",
            List.of("https://example.test/src"),
            List.of("web"),
            List.of(new Maintainer("Ann", "ann@example.test", "")),
            List.of(
                new Dependency(
                    "common",
                    "1.x",
                    "",
                    "common.enabled",
                    List.of("t"),
                    true,
                    List.of(),
                    "c",
                    Location.unknown())),
            Map.of("a/b", "c"),
            false,
            "",
            "",
            MapNode.EMPTY);
    return new Chart(
        metadata,
        yaml("{replicas: 2, image: {tag: '1.10'}}"),
        Optional.empty(),
        Optional.of(file("values.schema.json", "{\"type\":\"object\"}")),
        Optional.of(
            new ChartLock(
                List.of(new ChartLock.Entry("common", "1.0.0", "")),
                "sha256:1",
                "2026-11-20T12:00:00Z")),
        List.of(file("templates/a.yaml.hbs", "a: {{b}}\n")),
        List.of(file("crds/x.yaml", "kind: X\n")),
        List.of(file("README.md", "# Héllo\n")),
        List.of());
  }

  private static ChartFile file(String path, String text) {
    return new ChartFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Compares two revisions by what they say; arrays of bytes do not compare by themselves. */
  public static void assertSame(Release actual, Release expected) {
    assertThat(HelmRecord.write(actual)).isEqualTo(HelmRecord.write(expected));
    assertThat(actual.info()).isEqualTo(expected.info());
    assertThat(actual.config()).isEqualTo(expected.config());
    assertThat(actual.generated()).isEqualTo(expected.generated());
    assertThat(actual.manifest()).isEqualTo(expected.manifest());
    assertThat(actual.labels()).isEqualTo(expected.labels());
    assertThat(actual.applyMethod()).isEqualTo(expected.applyMethod());
    assertThat(actual.hooks()).hasSameSizeAs(expected.hooks());
    assertThat(Node.of(actual.chart().metadata().annotations()))
        .isEqualTo(Node.of(expected.chart().metadata().annotations()));
  }
}
