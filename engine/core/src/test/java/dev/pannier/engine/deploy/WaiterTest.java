package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.MemoryReleaseStore;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting, in virtual time, on a cluster that does what the test says. */
class WaiterTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VirtualTime time = new VirtualTime();
  private final Instant begun = time.instant();
  private final StagedCluster cluster = new StagedCluster(time);
  private final List<DeployEvent> told = new ArrayList<>();
  private DeployOptions.Builder options = DeployOptions.builder().timeout(MINUTE);

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
        uid: d1
        generation: 2
        annotations: {deployment.kubernetes.io/revision: "2"}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          spec:
            containers:
              - name: web
                image: web:2
      status:
        observedGeneration: 2
        replicas: 1
        updatedReplicas: 1
      ---
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: web-2
        namespace: shop
        uid: r2
        labels: {app: web}
        annotations: {deployment.kubernetes.io/revision: "2"}
        ownerReferences: [{uid: d1}]
      spec: {selector: {matchLabels: {app: web, hash: h2}}}
      ---
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: web-1
        namespace: shop
        uid: r1
        labels: {app: web}
        annotations: {deployment.kubernetes.io/revision: "1"}
        ownerReferences: [{uid: d1}]
      spec: {selector: {matchLabels: {app: web, hash: h1}}}
      """;

  private static final String CRASH =
      "{name: web, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, lastState:"
          + " {terminated: {exitCode: 1, reason: Error}}}";

  private static String pod(String name, String set, String hash, String container) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      namespace: shop
      uid: u-%s
      labels: {app: web, hash: %s, controller-revision-hash: %s}
      ownerReferences: [{uid: %s}]
    spec: {containers: [{name: web}]}
    status:
      phase: Running
      containerStatuses: [%s]
    """
        .formatted(name, name, hash, hash, set, container);
  }

  private static String ready(String object) {
    return object.replace(
        "  updatedReplicas: 1\n",
        "  updatedReplicas: 1\n  availableReplicas: 1\n  readyReplicas: 1\n"
            + "  conditions: [{type: Available, status: 'True'}]\n");
  }

  private static Target target(String yaml) {
    MapNode object = StagedCluster.parse(yaml).getFirst();
    ResourceId id = StagedCluster.id(object);
    MapNode rendered = object.without("status");
    Resource resource =
        new Resource(id, rendered, "web/templates/all.yaml.hbs", YamlWriter.write(rendered));
    return new Target(new Wanted(resource, id, rendered), object);
  }

  private static Target fresh(String yaml) {
    Target target = target(yaml);
    return new Target(target.wanted(), target.applied().without("status"));
  }

  private Site site() {
    LockHolder holder = new LockHolder("here", 1, "pannier test", begun);
    MemoryReleaseStore store = new MemoryReleaseStore();
    Records records = new Records(store, Rig.WEB, store.lock(Rig.WEB, holder));
    return new Site(cluster, records, time, time, Rig.WEB, holder, options.build(), told::add);
  }

  private void await(Target... targets) {
    new Waiter(site()).awaitReady(List.of(targets), false);
  }

  private ChartException failure(Target... targets) {
    return catchThrowableOfType(ChartException.class, () -> await(targets));
  }

  private Duration passed() {
    return Duration.between(begun, time.instant());
  }

  private <T extends DeployEvent> List<T> told(Class<T> type) {
    return told.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void what_the_cluster_answered_to_applying_may_be_enough() {
    await(target("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}"));

    assertThat(told).hasExactlyElementsOfTypes(DeployEvent.Ready.class);
    assertThat(cluster.questions).isZero();
  }

  @Test
  void a_deployment_is_waited_for_without_asking_the_cluster_over_and_over() {
    cluster.put(DEPLOYMENT).after(Duration.ofSeconds(30), () -> cluster.put(ready(DEPLOYMENT)));

    await(fresh(DEPLOYMENT));

    assertThat(passed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(cluster.questions).isZero();
    assertThat(told(DeployEvent.Waiting.class)).hasSize(1);
    assertThat(told(DeployEvent.StillWaiting.class)).hasSizeBetween(28, 30);
  }

  @Test
  void a_crash_of_the_new_template_ends_the_wait_at_once() {
    cluster.put(DEPLOYMENT).write("web-2-a", "starting", "no database");
    cluster.after(Duration.ofSeconds(7), () -> cluster.put(pod("web-2-a", "r2", "h2", CRASH)));

    ChartException failure = failure(fresh(DEPLOYMENT));

    assertThat(failure)
        .hasMessageContaining(
            "`Deployment/web` does not become ready: pod `web-2-a`, container `web` is in"
                + " CrashLoopBackOff, exit code 1.");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(7));
    Diagnosis diagnosis = told(DeployEvent.Failed.class).getFirst().diagnosis();
    assertThat(diagnosis.log()).containsExactly("starting", "no database");
    assertThat(diagnosis.next()).containsExactly("kubectl logs web-2-a -c web -n shop --previous");
    assertThat(failure.problems().getFirst().location().toString())
        .isEqualTo("web/templates/all.yaml.hbs:16:18");
  }

  @Test
  void pods_of_an_older_template_fail_nothing() {
    cluster.put(DEPLOYMENT).put(pod("web-1-a", "r1", "h1", CRASH));
    cluster.after(Duration.ofSeconds(20), () -> cluster.put(ready(DEPLOYMENT)));

    assertThatCode(() -> await(fresh(DEPLOYMENT))).doesNotThrowAnyException();
  }

  @Test
  void before_the_controller_has_looked_at_a_change_no_pod_is_of_it() {
    String stale = DEPLOYMENT.replace("observedGeneration: 2", "observedGeneration: 1");
    cluster.put(stale).put(pod("web-2-a", "r2", "h2", CRASH));
    cluster.after(
        Duration.ofSeconds(3), () -> cluster.put(ready(DEPLOYMENT)).remove(podId("web-2-a")));

    assertThatCode(() -> await(fresh(DEPLOYMENT))).doesNotThrowAnyException();
    assertThat(told(DeployEvent.Waiting.class).getFirst().reason())
        .isEqualTo("its controller has not looked at the change yet");
  }

  private static ResourceId podId(String name) {
    return new ResourceId("v1", "Pod", "shop", name);
  }

  @Test
  void a_view_that_is_behind_what_was_applied_is_not_believed() {
    String older = ready(DEPLOYMENT).replace("generation: 2", "generation: 1");
    cluster.put(older.replace("observedGeneration: 2", "observedGeneration: 1"));
    cluster.after(Duration.ofSeconds(4), () -> cluster.put(ready(DEPLOYMENT)));

    await(fresh(DEPLOYMENT));

    assertThat(passed()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void a_verdict_needs_the_cluster_and_not_only_the_view() {
    cluster.put(DEPLOYMENT).put(pod("web-2-a", "r2", "h2", CRASH)).lag();
    cluster.put(ready(DEPLOYMENT)).put(pod("web-2-a", "r2", "h2", "{name: web, ready: true}"));

    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("is not ready in time");
    assertThat(passed()).isGreaterThanOrEqualTo(MINUTE);
  }

  @Test
  void another_object_of_that_name_is_not_the_one_that_was_applied() {
    cluster.put(DEPLOYMENT.replace("uid: d1", "uid: other"));

    assertThat(failure(fresh(DEPLOYMENT)))
        .hasMessageContaining("somebody replaced it by another of that name");
  }

  @Test
  void an_object_that_somebody_deletes_is_missed_at_once() {
    cluster.put(DEPLOYMENT);
    cluster.after(Duration.ofSeconds(2), () -> cluster.remove(fresh(DEPLOYMENT).id()));

    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("somebody deleted it");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          crash twice        | {name: web, restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}}                                 | 0
          out of memory      | {name: web, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 137, reason: OOMKilled}}} | 0
          out of memory, now | {name: web, state: {terminated: {exitCode: 137, reason: OOMKilled}}}                                       | 0
          pull back-off      | {name: web, state: {waiting: {reason: ImagePullBackOff}}}                                                  | 0
          no image name      | {name: web, state: {waiting: {reason: InvalidImageName}}}                                                  | 0
          never pulled       | {name: web, state: {waiting: {reason: ErrImageNeverPull}}}                                                 | 0
          not created        | {name: web, state: {waiting: {reason: CreateContainerError, message: m}}}                                  | 0
          not run            | {name: web, state: {waiting: {reason: RunContainerError}}}                                                 | 0
          no such secret     | {name: web, state: {waiting: {reason: CreateContainerConfigError, message: secret x not found}}}           | 3
          pull fails         | {name: web, state: {waiting: {reason: ErrImagePull, message: manifest unknown}}}                           | 8
          registry is down   | {name: web, state: {waiting: {reason: ErrImagePull, message: i/o timeout}}}                                | 40
          """)
  void a_container_that_will_not_come_up_fails_the_wait(String what, String status, int seconds) {
    cluster.put(DEPLOYMENT).put(pod("web-2-a", "r2", "h2", status));

    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("container `web` ");
    assertThat(passed()).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 1));
  }

  @Test
  void an_init_container_counts_and_is_found_in_the_template() {
    String deployment =
        DEPLOYMENT.replace(
            "      containers:\n",
            "      initContainers:\n        - name: setup\n          image: setup:2\n"
                + "      containers:\n");
    String pod =
        pod("web-2-a", "r2", "h2", "{name: web, state: {waiting: {reason: PodInitializing}}}")
            .replace(
                "  containerStatuses",
                "  initContainerStatuses: ["
                    + CRASH.replace("web", "setup")
                    + "]\n"
                    + "  containerStatuses");
    cluster.put(deployment).put(pod);

    ChartException failure = failure(fresh(deployment));

    assertThat(failure).hasMessageContaining("container `setup` is in CrashLoopBackOff");
    assertThat(failure.problems().getFirst().location().line()).isEqualTo(16);
  }

  @Test
  void one_crash_is_none_and_an_annotation_may_allow_more() {
    String once = CRASH.replace("restartCount: 3", "restartCount: 1");
    cluster.put(DEPLOYMENT).put(pod("web-2-a", "r2", "h2", once));
    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("is not ready in time");

    String patient =
        DEPLOYMENT.replace("annotations: {", "annotations: {pannier.dev/allowed-restarts: '3', ");
    cluster.put(patient).put(pod("web-2-a", "r2", "h2", CRASH));
    assertThat(failure(fresh(patient))).hasMessageContaining("is not ready in time");
  }

  @Test
  void a_pull_that_fails_twice_is_no_hiccup() {
    String pulls = "{name: web, state: {waiting: {reason: ErrImagePull, message: no route}}}";
    String between = "{name: web, state: {waiting: {reason: ContainerCreating}}}";
    cluster.put(DEPLOYMENT).put(pod("web-2-a", "r2", "h2", pulls));
    cluster.after(Duration.ofSeconds(1), () -> cluster.put(pod("web-2-a", "r2", "h2", between)));
    cluster.after(Duration.ofSeconds(11), () -> cluster.put(pod("web-2-a", "r2", "h2", pulls)));

    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("ErrImagePull: no route");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(11));
  }

  private static final String HOMELESS =
      pod("web-2-a", "r2", "h2", "")
          .replace("phase: Running", "phase: Pending")
          .replace(
              "  containerStatuses: []",
              "  conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable,"
                  + " message: '0/3 nodes are available: 3 Insufficient cpu.'}]");

  @Test
  void a_pod_that_no_node_takes_fails_after_fifteen_seconds() {
    cluster.put(DEPLOYMENT).put(HOMELESS);

    ChartException failure = failure(fresh(DEPLOYMENT));

    assertThat(failure)
        .hasMessageContaining("no node takes it: 0/3 nodes are available: 3 Insufficient cpu.");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(15));
    assertThat(told(DeployEvent.Failed.class).getFirst().diagnosis().cause())
        .isEqualTo("No node has as much free CPU as the pod requests.");
  }

  @Test
  void a_node_that_is_being_made_is_waited_for() {
    cluster.put(DEPLOYMENT).put(HOMELESS);
    cluster.report(podId("web-2-a"), "TriggeredScaleUp: pod triggered scale-up: [{pool 1->2}]");
    cluster.after(Duration.ofSeconds(50), () -> cluster.put(ready(DEPLOYMENT)));

    assertThatCode(() -> await(fresh(DEPLOYMENT))).doesNotThrowAnyException();
  }

  @Test
  void room_that_an_old_pod_is_about_to_leave_is_waited_for() {
    String leaving =
        pod("web-1-a", "r1", "h1", "{name: web, ready: true}")
            .replace("  uid: u-web-1-a", "  uid: u-web-1-a\n  deletionTimestamp: now");
    cluster.put(DEPLOYMENT).put(HOMELESS).put(leaving);
    cluster.after(Duration.ofSeconds(30), () -> cluster.remove(podId("web-1-a")));

    assertThat(failure(fresh(DEPLOYMENT))).hasMessageContaining("no node takes it");
    assertThat(passed()).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(46));
  }

  @Test
  void pods_that_are_refused_are_borne_for_ten_seconds() {
    String refused =
        DEPLOYMENT.replace(
            "  updatedReplicas: 1\n",
            "  updatedReplicas: 0\n  conditions: [{type: ReplicaFailure, status: 'True', message:"
                + " 'pods \"web-2-a\" is forbidden: exceeded quota: q'}]\n");
    cluster.put(refused);

    ChartException failure = failure(fresh(refused));

    assertThat(failure).hasMessageContaining("exceeded quota: q");
    assertThat(failure.problems().getFirst().notes().getFirst().message())
        .isEqualTo("likely cause: The namespace's quota is used up.");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(10));

    cluster.put(refused).after(Duration.ofSeconds(9), () -> cluster.put(ready(DEPLOYMENT)));
    assertThatCode(() -> await(fresh(DEPLOYMENT))).doesNotThrowAnyException();
  }

  private static final String SET =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: shop, uid: s1, generation: 1}
      spec: {replicas: 1, selector: {matchLabels: {app: web}}}
      status: {observedGeneration: 1, replicas: 1, updateRevision: new}
      """;

  @Test
  void of_a_stateful_set_only_pods_of_the_update_revision_count() {
    cluster.put(SET).put(pod("db-0", "s1", "old", CRASH));
    cluster.after(Duration.ofSeconds(5), () -> cluster.put(pod("db-0", "s1", "new", CRASH)));

    assertThat(failure(fresh(SET))).hasMessageContaining("pod `db-0`, container `web`");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void pods_of_a_stateful_set_that_are_refused_are_told_by_events() {
    String empty = SET.replace("replicas: 1, updateRevision", "replicas: 0, updateRevision");
    cluster.put(empty).report(fresh(SET).id(), "FailedCreate: create Pod db-0 failed: no quota");

    assertThat(failure(fresh(empty)))
        .hasMessageContaining("its pods are refused: create Pod db-0 failed: no quota");
    assertThat(passed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
  }

  @Test
  void of_a_daemon_set_only_pods_of_its_newest_revision_count() {
    String set =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent, namespace: shop, uid: a1, generation: 2}
        spec: {selector: {matchLabels: {app: web}}}
        status: {observedGeneration: 2, desiredNumberScheduled: 1, currentNumberScheduled: 1}
        """;
    String revision =
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata:
          name: agent-%1$s
          namespace: shop
          labels: {app: web, controller-revision-hash: h%1$s}
          ownerReferences: [{uid: a1}]
        revision: %1$s
        """;
    cluster.put(set).put(revision.formatted(1)).put(revision.formatted(2));
    cluster.put(pod("agent-x", "a1", "h1", CRASH));
    cluster.after(Duration.ofSeconds(5), () -> cluster.put(pod("agent-y", "a1", "h2", CRASH)));

    assertThat(failure(fresh(set))).hasMessageContaining("pod `agent-y`");
  }

  @Test
  void crashes_of_a_job_are_counted_by_the_job() {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: setup, namespace: shop, uid: j1}
        spec: {selector: {matchLabels: {app: web}}}
        status: {startTime: now, active: 1}
        """;
    cluster.put(job).put(pod("setup-a", "j1", "h", CRASH));
    cluster.after(
        Duration.ofSeconds(30),
        () ->
            cluster.put(
                job.replace(
                    "active: 1", "conditions: [{type: Failed, status: 'True', message: Late.}]")));

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> new Waiter(site()).awaitReady(List.of(fresh(job)), true));

    assertThat(failure).hasMessageContaining("`Job/setup` has failed: Late.");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(30));
  }

  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: shop, uid: c1}
      status: {phase: Pending}
      """;

  @Test
  void a_claim_that_waits_for_a_pod_is_ready_where_no_pod_uses_it() {
    cluster.put(CLAIM).report(fresh(CLAIM).id(), "WaitForFirstConsumer: waiting for a pod");

    await(fresh(CLAIM));

    assertThat(passed()).isZero();
  }

  @Test
  void a_claim_that_a_pod_uses_is_waited_for() {
    String user =
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, uid: p1}, spec: {volumes:"
            + " [{persistentVolumeClaim: {claimName: data}}]}, status: {phase: Running, conditions:"
            + " [{type: Ready, status: 'True'}]}}";
    cluster.put(CLAIM).put(user);
    cluster.report(fresh(CLAIM).id(), "WaitForFirstConsumer: waiting for a pod");
    cluster.after(Duration.ofSeconds(6), () -> cluster.put(CLAIM.replace("Pending", "Bound")));

    await(fresh(CLAIM), target(user));

    assertThat(passed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void a_claim_without_a_volume_fails_after_ten_seconds() {
    cluster.put(CLAIM);
    cluster.report(
        fresh(CLAIM).id(), "ProvisioningFailed: storageclass.storage.k8s.io \"fast\" not found");

    ChartException failure = failure(fresh(CLAIM));

    assertThat(failure).hasMessageContaining("storageclass.storage.k8s.io \"fast\" not found");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void webhooks_are_ready_when_somebody_answers() {
    String webhooks =
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: guard, uid: w1}
        webhooks: [{clientConfig: {service: {name: guard, namespace: shop}}}]
        """;
    String endpoints =
        "{apiVersion: v1, kind: Endpoints, metadata: {name: guard, namespace: shop}, subsets:"
            + " [{notReadyAddresses: [{ip: 10.0.0.1}]}]}";
    cluster.put(webhooks).put(endpoints);
    cluster.after(Duration.ofSeconds(8), () -> cluster.put(endpoints.replace("notReadyA", "a")));

    await(fresh(webhooks));

    assertThat(passed()).isEqualTo(Duration.ofSeconds(8));
    assertThat(told(DeployEvent.Waiting.class).getFirst().reason())
        .isEqualTo("nobody answers at its service `guard`");
  }

  private static String custom(String annotations) {
    return """
    apiVersion: example.org/v1
    kind: Database
    metadata:
      name: main
      namespace: shop
      uid: x1
      annotations: {%s}
    status: {phase: Starting, conditions: [{type: Ready, status: 'False', message: No disk.}]}
    """
        .formatted(annotations);
  }

  @Test
  void a_custom_resource_that_is_not_ready_is_named_with_its_condition_all_the_while() {
    String database = custom("");
    cluster.put(database);

    ChartException failure = failure(target(database));

    assertThat(failure).hasMessageContaining("`Database/main` is not ready in time: No disk.");
    assertThat(failure.problems().getFirst().hint()).contains("`pannier.dev/wait: warn`");
    assertThat(told(DeployEvent.StillWaiting.class).getLast().open())
        .containsEntry(target(database).id(), "No disk");
  }

  @Test
  void a_custom_resource_just_made_is_given_a_moment_to_say_something() {
    String made =
        custom("").replace("uid: x1", "uid: x1\n  creationTimestamp: '" + time.instant() + "'");
    Target silent = fresh(made);
    cluster.put(YamlWriter.write(silent.applied()));
    cluster.after(Duration.ofSeconds(2), () -> cluster.put(made.replace("'False'", "'True'")));
    await(silent);
    assertThat(passed()).isEqualTo(Duration.ofSeconds(2));

    cluster.put(YamlWriter.write(silent.applied()));
    await(silent);
    assertThat(passed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void a_rule_of_its_own_tells_when_it_is_ready_and_when_it_has_failed() {
    String database =
        custom(
            "pannier.dev/ready: 'status.phase == \"Running\"', pannier.dev/failed: 'status.phase =="
                + " \"Broken\"'");
    cluster.put(database);
    cluster.after(
        Duration.ofSeconds(3), () -> cluster.put(database.replace("Starting", "Running")));
    await(target(database));
    assertThat(told(DeployEvent.Waiting.class).getFirst().reason())
        .isEqualTo("status.phase is Starting");

    cluster.put(database.replace("Starting", "Broken"));
    assertThat(failure(target(database))).hasMessageContaining("status.phase is Broken");
  }

  @Test
  void what_it_says_of_waiting_is_heeded() {
    String slow = custom("pannier.dev/timeout: 90s");
    cluster.put(slow);
    assertThat(failure(target(slow))).hasMessageContaining("is not ready in time");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(90));

    cluster.questions = 0;
    await(target(custom("pannier.dev/wait: skip")));
    assertThat(cluster.questions).isZero();

    await(target(custom("pannier.dev/wait: warn, pannier.dev/timeout: 5s")));
    assertThat(told(DeployEvent.Tolerated.class).getFirst().diagnosis().reason())
        .isEqualTo("No disk");
  }

  @Test
  void all_of_it_may_take_as_long_as_the_deadline_says() {
    String slow = custom("pannier.dev/timeout: 90s");
    options = options.deadline(Duration.ofSeconds(20));
    cluster.put(slow);

    assertThat(failure(target(slow))).hasMessageContaining("is not ready in time");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void where_nothing_moves_any_more_the_wait_may_be_given_up() {
    options = options.stall(Duration.ofSeconds(30));
    cluster.put(custom(""));
    cluster.after(
        Duration.ofSeconds(10), () -> cluster.put(custom("").replace("No disk", "No node")));

    assertThat(failure(target(custom(""))))
        .hasMessageContaining("has not moved for 30 seconds: No node.");
    assertThat(passed()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void a_secret_that_another_custom_resource_will_make_is_waited_for() {
    String lacking =
        "{name: web, state: {waiting: {reason: CreateContainerConfigError, message: secret"
            + " \"password\" not found}}}";
    String secret = custom("");
    cluster.put(DEPLOYMENT).put(pod("web-2-a", "r2", "h2", lacking)).put(secret);
    cluster.after(
        Duration.ofSeconds(30),
        () ->
            cluster
                .put(secret.replace("'False'", "'True'"))
                .put(pod("web-2-a", "r2", "h2", "{name: web, ready: true}"))
                .put(ready(DEPLOYMENT)));

    await(fresh(DEPLOYMENT), target(secret));

    assertThat(passed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_pod_that_runs_and_is_not_ready_is_explained_by_its_probe() {
    cluster.put(DEPLOYMENT);
    cluster.put(pod("web-2-a", "r2", "h2", "{name: web, ready: false, state: {running: {}}}"));
    cluster.report(podId("web-2-a"), "Unhealthy: Readiness probe failed: HTTP 503");

    ChartException failure = failure(fresh(DEPLOYMENT));

    assertThat(failure)
        .hasMessageContaining(
            "`Deployment/web` is not ready in time: 0 of 1 replicas are available.");
    Diagnosis diagnosis = told(DeployEvent.Failed.class).getFirst().diagnosis();
    assertThat(diagnosis.cause()).isEqualTo("The container runs, and its readiness probe fails.");
    assertThat(diagnosis.pod()).contains(podId("web-2-a"));
    assertThat(diagnosis.field())
        .isEqualTo("spec.template.spec.containers[name=web].readinessProbe");
  }

  @Test
  void what_does_not_go_is_told_with_what_holds_it() {
    String held = CLAIM.replace("uid: c1", "uid: c1, finalizers: [kubernetes.io/pvc-protection]");
    cluster.put(held);

    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> new Waiter(site()).awaitGone(List.of(fresh(held).id())));

    assertThat(failure)
        .hasMessageContaining(
            "`PersistentVolumeClaim/data` is deleted and not gone in time; a finalizer holds it:"
                + " kubernetes.io/pvc-protection.");
    assertThat(told(DeployEvent.Waiting.class)).hasSize(1);
  }

  @Test
  void annotations_that_cannot_be_read_are_told_with_their_places() {
    String wrong =
        custom(
            "pannier.dev/wait: never, pannier.dev/timeout: soon, pannier.dev/ready: 'status.phase"
                + " =='");
    ChartException failure =
        catchThrowableOfType(
            ChartException.class, () -> Waiter.check(List.of(fresh(wrong).wanted())));

    assertThat(failure.problems())
        .extracting(each -> each.location().line() + " " + each.message())
        .containsExactly(
            "7 The annotation `pannier.dev/wait` cannot be `never`.",
            "7 The rule `status.phase ==` cannot be read: something is missing at its end.",
            "7 The annotation `pannier.dev/timeout` cannot be `soon`.");
  }
}
