package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.HookRun;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.RevisionDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: NAME
        annotations: {helm.sh/hook: test}
      spec:
        restartPolicy: Never
        containers:
          - name: test
            image: example.test/test:TAG
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: backups.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {kind: Backup, plural: backups}
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
      """;

  @TempDir Path folder;
  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private static RevisionDraft with(Hook... hooks) {
    return Drafts.with(Drafts.web("v1"), List.of(hooks), List.of());
  }

  private static Hook test(String name, String tag, int weight) {
    String yaml = POD.replace("NAME", name).replace("TAG", tag);
    return hook(yaml, weight, Hook.Event.TEST, Hook.DeletePolicy.BEFORE_HOOK_CREATION);
  }

  private static Hook hook(String yaml, int weight, Hook.Event event, Hook.DeletePolicy... del) {
    Resource resource = Drafts.resources(yaml).getFirst();
    return new Hook(resource, Set.of(event), weight, Set.of(del));
  }

  private TestReport test(String... names) {
    AtomicReference<TestReport> report = new AtomicReference<>();
    rig.run(
        Rig.options().build(),
        session -> {
          report.set(session.test(name -> names.length == 0 || List.of(names).contains(name), true));
          return report.get().release();
        });
    return report.get();
  }

  @Test
  void tests_run_by_weight_with_their_logs_and_are_recorded() {
    rig.install(with(test("second", "v1", 2), test("first", "v1", 1)));
    rig.events.clear();

    TestReport report = test();

    assertThat(report.problems()).isEmpty();
    assertThat(rig.events(DeployEvent.HookFinished.class))
        .extracting(each -> each.id().name() + " " + each.log().getLast())
        .containsExactly("first ready", "second ready");
    assertThat(rig.history().latest().orElseThrow().hooks())
        .allMatch(each -> each.lastRun().phase() == HookRun.Phase.SUCCEEDED);
    assertThat(rig.story()).containsExactly("1 deployed");
  }

  @Test
  void only_chosen_tests_run_and_the_others_stay_as_they_were() {
    rig.install(with(test("one", "v1", 0), test("other", "v1", 0)));

    test("other");

    assertThat(rig.history().latest().orElseThrow().hooks())
        .extracting(each -> each.hook().resource().id().name() + " " + each.lastRun().phase())
        .containsExactly("one NEVER", "other SUCCEEDED");
  }

  @Test
  void a_test_that_fails_is_told_with_its_log_and_leaves_the_release_deployed() {
    rig.install(with(test("broken", "crash", 0), test("later", "v1", 1)));

    TestReport report = test();

    assertThat(report.problems()).isNotEmpty();
    assertThat(rig.history().latest().orElseThrow().hooks())
        .extracting(each -> each.hook().resource().id().name() + " " + each.lastRun().phase())
        .containsExactly("broken FAILED", "later NEVER");
    assertThat(rig.events(DeployEvent.HookFinished.class).getLast().log())
        .anyMatch(line -> line.startsWith("fatal:"));
    assertThat(rig.story()).containsExactly("1 deployed");
  }

  @Test
  void a_hook_that_is_there_from_an_earlier_run_is_told_where_its_policy_leaves_it() {
    Hook hook =
        Drafts.hook("migrate", "v1", 0, Hook.Event.PRE_UPGRADE, Hook.DeletePolicy.HOOK_FAILED);
    rig.install(Drafts.web("v1"));
    rig.upgrade(with(hook));

    assertThatThrownBy(() -> rig.upgrade(with(hook)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("The hook `Job/migrate` is there from an earlier run");
  }

  @Test
  void a_definition_that_is_a_hook_is_never_deleted() {
    Hook definition =
        hook(
            DEFINITION,
            0,
            Hook.Event.PRE_UPGRADE,
            Hook.DeletePolicy.BEFORE_HOOK_CREATION,
            Hook.DeletePolicy.HOOK_SUCCEEDED);
    rig.install(Drafts.web("v1"));
    rig.upgrade(with(definition));
    String uid = uid();

    rig.upgrade(with(definition));

    assertThat(uid()).isEqualTo(uid);
  }

  private String uid() {
    return rig.cluster
        .list("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", java.util.Map.of())
        .getFirst()
        .map("metadata")
        .text("uid")
        .orElseThrow();
  }

  @Test
  void an_object_of_another_release_is_no_hook_to_take_away() {
    rig.release = ReleaseId.of("default", "other");
    rig.install(Drafts.of(POD.replace("NAME", "web-test").replace("TAG", "v1")));
    rig.release = Rig.WEB;
    rig.install(with(test("web-test", "v1", 0)));

    assertThat(test().problems())
        .extracting(each -> each.code())
        .containsExactly("deploy.not-owned");
    assertThat(rig.object("v1", "Pod", "web-test")).isPresent();
  }

  @Test
  void hooks_that_do_not_run_are_not_waited_for() {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    rig.install(with(hook(claim, 0, Hook.Event.PRE_INSTALL)));

    assertThat(rig.events(DeployEvent.Waiting.class))
        .noneMatch(each -> each.id().kind().equals("PersistentVolumeClaim"));
  }
}
