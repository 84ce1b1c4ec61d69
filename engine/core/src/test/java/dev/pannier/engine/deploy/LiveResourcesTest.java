package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveResourcesTest {

  @TempDir(factory = FolderInMemory.class)
  Path folder;

  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private List<ResourceState> states() {
    return new LiveResources(rig.cluster).of(rig.history().latest().orElseThrow());
  }

  private List<String> told() {
    return states().stream().map(each -> each.id() + ": " + each.message()).toList();
  }

  @Test
  void what_is_ready_coming_and_gone_is_told_in_the_order_of_the_manifest() throws Exception {
    rig.run(DeployOptions.DEFAULTS, session -> session.install(Drafts.web("v1")));
    assertThat(told())
        .containsExactly("ConfigMap/web: ready", "Deployment/web: 0 of 2 replicas are available");

    rig.time.pause(Duration.ofSeconds(2));
    Files.delete(folder.resolve("default/ConfigMap.web.yaml"));

    assertThat(told()).containsExactly("ConfigMap/web: not there", "Deployment/web: ready");
    assertThat(states()).extracting(ResourceState::isReady).containsExactly(false, true);
    assertThat(states().getFirst().id().namespace()).isEqualTo("default");
  }

  @Test
  void a_workload_whose_container_crashes_has_failed() {
    assertThatThrownBy(() -> rig.install(Drafts.web("crash-1")));

    assertThat(told().getLast())
        .matches("Deployment/web: failed: pod `web-.*`, container `web` is in CrashLoopBackOff.*");
  }
}
