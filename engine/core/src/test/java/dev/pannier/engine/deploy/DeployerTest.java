package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerTest {

  @TempDir Path folder;
  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  @Test
  void an_install_applies_waits_and_records() {
    Release release = rig.install(Drafts.web("v1"));

    assertThat(release.status()).isEqualTo(Status.DEPLOYED);
    assertThat(rig.story()).containsExactly("1 deployed");
    assertThat(rig.owned()).containsExactly("ConfigMap/web", "Deployment/web");
    assertThat(folder.resolve("default/Deployment.web.yaml")).exists();
    assertThat(
            rig.object("apps/v1", "Deployment", "web")
                .orElseThrow()
                .map("status")
                .get("readyReplicas"))
        .isEqualTo(Node.of(2));
    assertThat(rig.events(DeployEvent.Waiting.class)).isNotEmpty();
    assertThat(rig.store.journal(Rig.WEB).isEmpty()).isTrue();
  }

  @Test
  void an_upgrade_changes_what_differs_and_supersedes() {
    rig.install(Drafts.web("v1"));
    rig.upgrade(Drafts.web("v2"));

    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
    assertThat(rig.object("v1", "ConfigMap", "web").orElseThrow().map("data").text("color"))
        .hasValue("v2");
  }

  @Test
  void the_same_upgrade_twice_changes_nothing() throws Exception {
    rig.install(Drafts.web("v1"));
    String before = Files.readString(folder.resolve("default/Deployment.web.yaml"));
    rig.events.clear();

    rig.upgrade(Drafts.web("v1"));

    assertThat(rig.events(DeployEvent.Planned.class).getFirst().plan().isEmpty()).isTrue();
    assertThat(rig.events(DeployEvent.Applied.class))
        .allMatch(each -> each.outcome() == ApplyResult.Outcome.UNCHANGED);
    assertThat(Files.readString(folder.resolve("default/Deployment.web.yaml"))).isEqualTo(before);
  }

  @Test
  void an_atomic_upgrade_that_crashes_returns_to_the_last_good_revision() {
    rig.install(Drafts.web("v1"));

    assertThatThrownBy(() ->
            rig.run(
                Rig.options().atomic(true).build(),
                session -> session.upgrade(Drafts.web("crash-1"))))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("`Deployment/web` does not become ready")
        .hasMessageContaining("CrashLoopBackOff")
        .hasMessageContaining("back at the content of revision 1, as revision 3");

    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
    assertThat(rig.object("v1", "ConfigMap", "web").orElseThrow().map("data").text("color"))
        .hasValue("v1");
  }

  @Test
  void an_uninstall_leaves_nothing() {
    rig.install(Drafts.web("v1"));
    rig.run(Rig.options().build(), ReleaseSession::uninstall);

    assertThat(rig.story()).isEmpty();
    assertThat(rig.owned()).isEmpty();
    assertThat(rig.cluster.list("v1", "Pod", "", java.util.Map.of())).isEmpty();
  }
}
