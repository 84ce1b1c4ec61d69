package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Fault;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records over 1 MiB, which one object cannot hold. */
class LargeRecordTest {

  private ControlPlane plane;
  private KubernetesClient client;

  @BeforeEach
  void empty() {
    plane = RecordRoom.emptied();
    client = plane.client();
  }

  private ReleaseStore store(RecordKind kind) {
    return RecordRoom.store(RecordRoom.server(plane.kubeconfig()), kind);
  }

  private static Release large(int revision, Status status) {
    return withFile(Releases.rich(revision, status), 2_500_000, revision);
  }

  /** Bytes that no compression makes fewer. */
  private static Release withFile(Release release, int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    Chart chart = release.chart();
    List<ChartFile> files = new ArrayList<>(chart.files());
    files.add(new ChartFile("blob", "blob", bytes));
    return with(
        release,
        new Chart(
            chart.metadata(),
            chart.values(),
            chart.valuesFile(),
            chart.schema(),
            chart.lock(),
            chart.templates(),
            chart.crds(),
            files,
            chart.dependencies()),
        release.manifest());
  }

  private static Release withManifest(Release release, int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    String manifest =
        "---\n# Source: web/templates/a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n"
            + "  name: a\ndata:\n  text: "
            + Base64.getEncoder().encodeToString(bytes)
            + "\n";
    return with(release, release.chart(), manifest);
  }

  private static Release with(Release release, Chart chart, String manifest) {
    return new Release(
        release.id(),
        release.revision(),
        release.info(),
        chart,
        release.config(),
        release.generated(),
        manifest,
        release.hooks(),
        release.labels(),
        release.applyMethod(),
        release.storeVersion());
  }

  private List<String> parts() {
    return client
        .secrets()
        .inNamespace("default")
        .withLabel("owner", "pannier")
        .list()
        .getItems()
        .stream()
        .map(each -> each.getMetadata().getName())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void a_large_record_reads_back_as_it_was_and_leaves_nothing(RecordKind kind) {
    Release created = store(kind).create(large(1, Status.PENDING_INSTALL));

    Release read = store(kind).history(Releases.ID).revision(1).orElseThrow();
    Releases.assertSame(read, created);
    assertThat(read.chart().files().getLast().bytes())
        .isEqualTo(created.chart().files().getLast().bytes());
    assertThat(store(kind).list("").releases())
        .singleElement()
        .satisfies(each -> assertThat(each.chartVersion()).isEqualTo("1.2.3"));

    Release updated = store(kind).update(read.with(Status.DEPLOYED, "done"));
    Releases.assertSame(store(kind).history(Releases.ID).latest().orElseThrow(), updated);

    store(kind).delete(Releases.ID, 1);
    assertThat(store(kind).history(Releases.ID).isEmpty()).isTrue();
    assertThat(parts()).isEmpty();
    assertThat(client.configMaps().inNamespace("default").withLabel("owner").list().getItems())
        .isEmpty();
  }

  @Test
  void each_state_of_a_record_keeps_its_own_parts_only() {
    ReleaseStore store = store(RecordKind.SECRET);
    Release created = store.create(large(1, Status.PENDING_INSTALL));
    List<String> first = parts();
    assertThat(first)
        .hasSizeBetween(4, 5)
        .allMatch(each -> each.startsWith("sh.helm.release.v1.web.v1.c"));

    store.update(created.with(Status.DEPLOYED, "done"));

    assertThat(parts()).hasSameSizeAs(first).isNotEqualTo(first);
  }

  @Test
  void a_manifest_that_is_too_large_by_itself_is_cut_too() {
    ReleaseStore store = store(RecordKind.SECRET);
    Release created = store.create(withManifest(Releases.rich(1, Status.DEPLOYED), 2_000_000));

    Releases.assertSame(
        store(RecordKind.SECRET).history(Releases.ID).latest().orElseThrow(), created);
    assertThat(store.list("default").releases())
        .singleElement()
        .satisfies(each -> assertThat(each.revision()).isEqualTo(1));
    assertThat(
            client
                .secrets()
                .inNamespace("default")
                .withName("sh.helm.release.v1.web.v1")
                .get()
                .getData())
        .containsOnlyKeys("outline");
  }

  @Test
  void without_one_of_its_parts_a_record_still_says_what_is_needed_to_go_on() {
    ReleaseStore store = store(RecordKind.SECRET);
    Release created = store.create(large(1, Status.DEPLOYED));
    client.secrets().inNamespace("default").withName(parts().getFirst()).delete();

    Release read = store(RecordKind.SECRET).history(Releases.ID).latest().orElseThrow();

    assertThat(read.manifest()).isEqualTo(created.manifest());
    assertThat(read.config()).isEqualTo(created.config());
    assertThat(read.hooks()).isEqualTo(created.hooks());
    assertThat(read.chart().files()).isEmpty();
  }

  @Test
  void parts_that_a_crash_left_are_taken_away_by_the_next_write() {
    try (ChaosProxy proxy = plane.proxy()) {
      ReleaseStore dying =
          RecordRoom.store(RecordRoom.server(proxy.kubeconfig()), RecordKind.SECRET);
      proxy.always(
          request ->
              request.writes()
                  && request.target().endsWith("/secrets")
                  && proxy.count(each -> each.writes()) > 3,
          new Fault.Answer(403, "{}", List.of()));
      assertThatThrownBy(() -> dying.create(large(1, Status.PENDING_INSTALL)))
          .isInstanceOf(ChartException.class);
    }
    assertThat(parts()).hasSize(3);

    ReleaseStore next = store(RecordKind.SECRET);
    assertThat(next.history(Releases.ID).isEmpty()).isTrue();
    next.create(Releases.plain(1, Status.DEPLOYED));

    assertThat(parts()).isEmpty();
  }
}
