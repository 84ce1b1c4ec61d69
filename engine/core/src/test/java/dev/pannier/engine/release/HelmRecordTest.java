package dev.pannier.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.test.Goldens;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmRecordTest {

  @Test
  void what_is_packed_unpacks_to_the_same() {
    Release release = Releases.rich(4, Status.DEPLOYED);

    Release read = HelmRecord.unpack("x", HelmRecord.pack(release), release.labels(), "");

    Releases.assertSame(read, release);
    assertThat(read.hooks()).isEqualTo(release.hooks());
    assertThat(read.chart().templates().getFirst().text()).isEqualTo("a: {{b}}\n");
    assertThat(read.chart().crds().getFirst().path()).isEqualTo("crds/x.yaml");
    assertThat(read.chart().files().getFirst().text()).isEqualTo("# Héllo\n");
    assertThat(read.chart().lock()).isEqualTo(release.chart().lock());
    assertThat(read.chart().schema().orElseThrow().text()).isEqualTo("{\"type\":\"object\"}");
    assertThat(read.chart().metadata().dependencies())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
        .isEqualTo(release.chart().metadata().dependencies());
  }

  @Test
  void a_packed_record_begins_as_those_of_helm_do() {
    assertThat(HelmRecord.pack(Releases.rich(1, Status.DEPLOYED))).startsWith("H4sIAAAAAAAC/");
  }

  @Test
  void fields_have_the_names_and_forms_that_helm_gives_them() {
    MapNode record = HelmRecord.write(Releases.rich(4, Status.DEPLOYED));

    assertThat(record.keys())
        .containsExactly(
            "name",
            "info",
            "chart",
            "config",
            "manifest",
            "hooks",
            "version",
            "namespace",
            "apply_method");
    assertThat(record.map("info").text("last_deployed")).hasValue("2026-11-20T12:01:00.123456789Z");
    assertThat(record.at("chart", "lock")).isNotEqualTo(NullNode.NULL);
    assertThat(record.map("chart").map("metadata").map("annotations").text("pannier.dev/generated"))
        .hasValue("{\"password\":\"s3cret\",\"port\":8080}");
    MapNode hook = (MapNode) record.list("hooks").get(0);
    assertThat(hook)
        .isEqualTo(
            Releases.yaml(
                    """
                    name: migrate
                    kind: Job
                    path: web/templates/job.yaml.hbs
                    events: [pre-install, pre-upgrade]
                    last_run:
                      started_at: "2026-11-20T12:00:00.123456789Z"
                      completed_at: "2026-11-20T12:00:01.123456789Z"
                      phase: Succeeded
                    weight: -5
                    delete_policies: [hook-succeeded]
                    output_log_policies: [hook-failed]
                    """)
                .with("manifest", hook.get("manifest")));
  }

  @Test
  void an_absent_lock_and_schema_are_null_as_in_go() {
    MapNode chart = HelmRecord.write(noLock()).map("chart");

    assertThat(chart.get("lock")).isEqualTo(NullNode.NULL);
    assertThat(chart.get("schema")).isEqualTo(NullNode.NULL);
  }

  private static Release noLock() {
    String json =
        """
        {"name":"web","namespace":"default","version":1,"chart":{"metadata":{"name":"web"}}}
        """;
    return HelmRecord.read((MapNode) JsonReader.read(new Source("t", json)), Map.of(), "");
  }

  @Test
  void what_helm_3_wrote_is_read_with_tolerance() {
    String json =
        """
        {"name":"web","info":{"first_deployed":"2024-05-01T10:00:00.5+02:00",
        "last_deployed":"2024-05-02T10:00:00Z","deleted":"","description":"Upgrade complete",
        "status":"superseded","notes":"hi"},
        "chart":{"metadata":{"name":"web","version":"0.1.0","apiVersion":"v2"},"lock":null,
        "templates":[{"name":"templates/x.yaml","data":"YTogYgo="}],"values":{"a":1},
        "schema":null,"files":null},
        "config":{"b":2},"manifest":"---\\n# Source: web/templates/x.yaml\\nkind: X\\n",
        "hooks":[{"name":"h","kind":"Pod","path":"p","manifest":"kind: Pod\\nmetadata: {name: h}\\n",
        "events":["post-install","test"],"last_run":{"started_at":"","completed_at":"","phase":""}}],
        "version":7,"namespace":"prod","unknown":{"x":1}}
        """;
    Release release =
        HelmRecord.read((MapNode) JsonReader.read(new Source("t", json)), Map.of(), "");

    assertThat(release.revision()).isEqualTo(7);
    assertThat(release.status()).isEqualTo(Status.SUPERSEDED);
    assertThat(release.info().firstDeployed()).isEqualTo(Instant.parse("2024-05-01T08:00:00.5Z"));
    assertThat(release.info().deleted()).isEmpty();
    assertThat(release.applyMethod()).isEmpty();
    assertThat(release.chart().templates().getFirst().text()).isEqualTo("a: b\n");
    assertThat(release.hooks().getFirst().hook().events())
        .containsExactlyInAnyOrder(Hook.Event.POST_INSTALL, Hook.Event.TEST);
    assertThat(release.hooks().getFirst().lastRun()).isEqualTo(HookRun.NEVER);
    assertThat(release.config().get("b")).isEqualTo(Node.of(2));
  }

  @Test
  void a_record_without_compression_is_read_too() {
    String json = JsonWriter.write(HelmRecord.write(Releases.plain(1, Status.FAILED)));
    String packed = Base64.getEncoder().encodeToString(json.getBytes());

    assertThat(HelmRecord.unpack("x", packed, Map.of(), "").status()).isEqualTo(Status.FAILED);
  }

  @Test
  void what_is_no_record_is_refused_by_name() {
    assertThatThrownBy(() -> HelmRecord.unpack("sh.helm.release.v1.web.v1", "!!", Map.of(), ""))
        .isInstanceOf(ChartException.class)
        .hasMessage("`sh.helm.release.v1.web.v1` holds no release record.");
  }

  @Test
  void a_record_that_is_no_json_is_refused_by_name() {
    String packed = Base64.getEncoder().encodeToString("{oops".getBytes());

    assertThatThrownBy(() -> HelmRecord.summary("sh.helm.release.v1.web.v1", packed, Map.of()))
        .hasMessage("`sh.helm.release.v1.web.v1` holds no release record.")
        .hasCauseInstanceOf(ChartException.class);
  }

  @Test
  void a_summary_tells_what_the_whole_record_does() {
    Release release = Releases.rich(4, Status.FAILED);

    assertThat(HelmRecord.summary("x", HelmRecord.pack(release), release.labels()))
        .isEqualTo(ReleaseSummary.of(release));
  }

  @Test
  void the_whole_record_is_as_it_always_was() {
    Goldens.in("release")
        .check(
            "record.json",
            JsonWriter.write(
                HelmRecord.write(Releases.rich(4, Status.DEPLOYED)), JsonStyle.PRETTY));
  }
}
