package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans, conflicts and drift on a real API server. */
class PlanOnServerTest {

  private static final String WEB =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {color: blue}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: web}
      stringData: {key: hunter2}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: example.test/web:TAG
                ports: [{containerPort: 80, protocol: TCP}]
                resources: {requests: {cpu: 1000m, memory: 64Mi}}
      """;

  private static final String SCALER =
      """
      ---
      apiVersion: autoscaling/v1
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec:
        minReplicas: 4
        maxReplicas: 6
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
      """;

  @TempDir Path home;
  private ServerRig rig;

  @BeforeEach
  void open() {
    rig = new ServerRig(home, "plan");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static String web(String tag) {
    return WEB.replace("TAG", tag);
  }

  private MapNode deployment() {
    return rig.live("apps/v1", "Deployment", "web");
  }

  private Node replicas() {
    return deployment().at("spec", "replicas");
  }

  @Test
  void an_autoscaled_deployment_keeps_its_replicas_through_an_upgrade_with_no_flag() {
    rig.install(web("v1") + SCALER);
    ServerRig.until(() -> Node.of(4).equals(replicas()));

    Change.Update plan = rig.planned(web("v2") + SCALER, "Deployment/web", Change.Update.class);
    rig.upgrade(web("v2") + SCALER);

    assertThat(replicas()).isEqualTo(Node.of(4));
    assertThat(deployment().map("spec").map("template").toString()).contains("web:v2");
    FieldYield left =
        new FieldYield("spec.replicas", Node.of(4), Node.of(2), "HorizontalPodAutoscaler/web");
    assertThat(plan.yielded()).containsExactly(left);
    assertThat(rig.events(DeployEvent.FieldsYielded.class).getLast().fields())
        .containsExactly(left);
    assertThat(plan.drift()).isEmpty();
    assertThat(rig.drift().objects()).isEmpty();
  }

  @Test
  void replicas_are_the_charts_again_when_its_autoscaler_goes() {
    rig.install(web("v1") + SCALER);
    ServerRig.until(() -> Node.of(4).equals(replicas()));

    rig.upgrade(web("v1"));

    assertThat(replicas()).isEqualTo(Node.of(2));
    assertThat(rig.live("autoscaling/v1", "HorizontalPodAutoscaler", "web")).isNull();
  }

  @Test
  void a_plan_writes_nothing_not_even_who_holds_what() {
    rig.install(web("v1"));
    List<MapNode> before = List.of(deployment(), rig.live("v1", "ConfigMap", "web"));

    rig.plan(web("v2").replace("blue", "red"));
    rig.drift();

    assertThat(List.of(deployment().without("status"), rig.live("v1", "ConfigMap", "web")))
        .extracting(each -> each.at("metadata", "resourceVersion"))
        .element(1)
        .isEqualTo(before.get(1).at("metadata", "resourceVersion"));
    assertThat(helm(deployment())).isEqualTo(helm(before.getFirst()));
    assertThat(deployment().at("metadata", "generation"))
        .isEqualTo(before.getFirst().at("metadata", "generation"));
  }

  private static String helm(MapNode object) {
    return object.map("metadata").list("managedFields").items().stream()
        .filter(each -> each.toString().contains("\"helm\""))
        .toList()
        .toString();
  }

  @Test
  void what_is_as_it_should_be_is_known_without_a_request() {
    String yaml = web("v1").replace("stringData: {key: hunter2}", "data: {key: aHVudGVyMg==}");
    rig.install(yaml);
    String version = version("ConfigMap");
    rig.applied.set(0);

    assertThat(rig.plan(yaml).isEmpty()).isTrue();
    rig.upgrade(yaml);

    assertThat(rig.applied).hasValue(0);
    assertThat(version("ConfigMap")).isEqualTo(version);
  }

  private String version(String kind) {
    return rig.live("v1", kind, "web").map("metadata").text("resourceVersion").orElseThrow();
  }

  @Test
  void edits_by_hand_are_told_apart_in_a_plan_and_set_back() {
    rig.install(web("v1"));
    rig.patch("apps/v1", "Deployment", "web", "kubectl-edit", "{\"spec\":{\"replicas\":7}}");

    Change.Update plan = rig.planned(web("v2"), "Deployment/web", Change.Update.class);
    DriftedObject.Changed drifted = (DriftedObject.Changed) rig.drift().objects().getFirst();
    rig.upgrade(web("v2"));

    assertThat(plan.fields())
        .extracting(FieldChange::path)
        .containsExactly("spec.template.spec.containers[name=\"web\"].image");
    Drift drift = plan.drift().getFirst();
    assertThat(drift.path()).isEqualTo("spec.replicas");
    assertThat(drift.recorded()).contains(Node.of(2));
    assertThat(drift.live()).contains(Node.of(7));
    assertThat(drift.owner().orElseThrow().manager()).isEqualTo("kubectl-edit");
    assertThat(drift.owner().orElseThrow().since()).isPresent();
    assertThat(drifted.fields()).containsExactly(drift);
    assertThat(replicas()).isEqualTo(Node.of(2));
    assertThat(rig.drift().objects()).isEmpty();
  }

  @Test
  void a_scaling_by_hand_is_set_back_where_no_autoscaler_is() {
    rig.install(web("v1"));
    rig.client().apps().deployments().inNamespace(rig.namespace).withName("web").scale(5);

    rig.upgrade(web("v1"));

    assertThat(replicas()).isEqualTo(Node.of(2));
  }

  @Test
  void another_tool_that_applies_a_field_stops_the_release_with_all_that_is_known() {
    rig.install(web("v1"));
    rig.apply(
        "argocd", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {color: pink}}");

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> rig.upgrade(web("v1").replace("blue", "red")));
    rig.upgrade(
        web("v1").replace("blue", "red"), DeployOptions.builder().forceConflicts(true).build());

    assertThat(failure.problems().getFirst().message())
        .isEqualTo("`ConfigMap/web`, `data.color` is held by `argocd`.");
    assertThat(failure.problems().getFirst().notes().getFirst().message())
        .startsWith("it is \"pink\", which applies it on the server, since 20");
    assertThat(failure.problems().getFirst().hint()).contains("--force-conflicts");
    assertThat(failure.problems().getFirst().location().line()).isPositive();
    assertThat(rig.live("v1", "ConfigMap", "web").at("data", "color")).isEqualTo(Node.of("red"));
  }

  @Test
  void a_secret_is_never_told_not_even_in_a_conflict() {
    rig.install(web("v1"));
    rig.apply(
        "argocd", "{apiVersion: v1, kind: Secret, metadata: {name: web}, data: {key: cGluaw==}}");
    String wanted = web("v1").replace("stringData: {key: hunter2}", "data: {key: aHVudGVyMg==}");

    ChartException failure = catchThrowableOfType(ChartException.class, () -> rig.upgrade(wanted));

    assertThat(failure.problems().toString() + failure.problems().getFirst().notes())
        .contains("***")
        .doesNotContain("cGluaw")
        .doesNotContain("aHVudGVy");
  }

  private static final String JOB =
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate}
      spec:
        template:
          spec:
            restartPolicy: Never
            containers: [{name: job, image: example.test/job:TAG}]
      """;

  @Test
  void what_cannot_be_changed_is_explained_and_made_anew_only_when_asked() {
    rig.install(JOB.replace("TAG", "v1"));
    String uid = uid();
    String next = JOB.replace("TAG", "v2");

    ChartException failure = catchThrowableOfType(ChartException.class, () -> rig.upgrade(next));
    DeployOptions asked = DeployOptions.builder().recreate(java.util.Set.of("Job/migrate")).build();
    Plan plan = rig.plan(next, asked);
    assertThat(uid()).isEqualTo(uid);
    rig.upgrade(next, asked);

    assertThat(failure.problems()).hasSize(1);
    assertThat(failure.problems().getFirst().toString())
        .startsWith("web/templates/all.yaml.hbs:8:")
        .contains("`Job/migrate`, `spec.template`");
    assertThat(failure.problems().getFirst().notes().getFirst().message())
        .isEqualTo(
            "`spec.template.spec.containers[name=\"job\"].image` is \"example.test/job:v1\" and"
                + " was to be \"example.test/job:v2\"");
    assertThat(failure.problems().getFirst().hint()).contains("--recreate Job/migrate");
    assertThat(plan.changes().getFirst()).isInstanceOf(Change.Recreate.class);
    assertThat(uid()).isNotEqualTo(uid);
    assertThat(rig.events(DeployEvent.Recreated.class)).hasSize(1);
  }

  private String uid() {
    return rig.live("batch/v1", "Job", "migrate").map("metadata").text("uid").orElseThrow();
  }

  @Test
  void a_saved_plan_is_refused_when_the_world_moved_and_then_nothing_is_written() {
    rig.install(web("v1"));
    String next = web("v2").replace("blue", "red");
    SavedPlan saved = save(next);
    rig.patch("v1", "ConfigMap", "web", "kubectl-edit", "{\"data\":{\"color\":\"pink\"}}");

    ChartException failure = catchThrowableOfType(ChartException.class, () -> carryOut(saved));

    assertThat(failure.problems())
        .extracting(each -> each.message())
        .containsExactly("`ConfigMap/web` is not as it was when the plan was made.");
    assertThat(deployment().map("spec").map("template").toString()).contains("web:v1");

    SavedPlan anew = save(next);
    rig.patch("v1", "ConfigMap", "web", "kubectl-edit", "{\"data\":{\"mine\":\"x\"}}");
    carryOut(anew);
    assertThat(deployment().map("spec").map("template").toString()).contains("web:v2");
    assertThat(rig.live("v1", "ConfigMap", "web").at("data", "mine")).isEqualTo(Node.of("x"));
  }

  private SavedPlan save(String yaml) {
    var draft = Drafts.of(yaml);
    var info =
        new dev.pannier.engine.release.ReleaseInfo(
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            java.util.Optional.empty(),
            "",
            dev.pannier.engine.release.Status.PENDING_UPGRADE,
            "",
            0);
    SavedPlan plan =
        SavedPlan.of(
            dev.pannier.engine.release.Verb.UPGRADE,
            draft.revision(rig.release, 2, info),
            List.of(),
            DeployOptions.DEFAULTS,
            rig.plan(yaml));
    return SavedPlanFile.read(
        new dev.pannier.engine.problem.Source("web.plan", SavedPlanFile.write(plan)));
  }

  private void carryOut(SavedPlan plan) {
    rig.run(plan.options(DeployOptions.builder()), session -> session.carryOut(plan));
  }

  @Test
  void drift_is_set_back_missing_objects_and_fields_alike_but_not_what_is_ignored() {
    rig.install(web("v1"));
    rig.client().configMaps().inNamespace(rig.namespace).withName("web").delete();
    rig.patch("apps/v1", "Deployment", "web", "kubectl-edit", "{\"spec\":{\"replicas\":7}}");
    String image =
        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"x\"}]}}}}";
    rig.patch("apps/v1", "Deployment", "web", "kubectl-edit", image);
    FieldRule ignored = new FieldRule("Deployment/web", "spec.replicas");

    DriftReport report = rig.drift(ignored);
    rig.run(report.correction(DeployOptions.builder()), ReleaseSession::restore);

    assertThat(report.objects())
        .extracting(each -> each.getClass().getSimpleName() + " " + each.id())
        .containsExactly("Missing ConfigMap/web", "Changed Deployment/web");
    assertThat(replicas()).isEqualTo(Node.of(7));
    assertThat(deployment().map("spec").map("template").toString()).contains("web:v1");
    assertThat(rig.live("v1", "ConfigMap", "web")).isNotNull();
    assertThat(rig.drift(ignored).objects()).isEmpty();
    assertThat(rig.drift().objects()).hasSize(1);
  }
}
