package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static final String JOB =
      """
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: NAME
        annotations: {ANNOTATIONS}
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: job
                image: example.test/job:v1
      """;
  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: NAME
        annotations: {ANNOTATIONS}
      """;

  @TempDir Path folder;
  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private static String job(String name, String annotations) {
    return JOB.replace("NAME", name).replace("ANNOTATIONS", annotations);
  }

  private static String map(String name, String annotations) {
    return MAP.replace("NAME", name).replace("ANNOTATIONS", annotations);
  }

  private static String dependsOn(String what) {
    return "pannier.dev/depends-on: \"" + what + "\"";
  }

  /** What was applied and became ready, in the order in which it was told. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (DeployEvent event : rig.events) {
      switch (event) {
        case DeployEvent.Applied it -> told.add("applied " + it.id());
        case DeployEvent.Ready it -> told.add("ready " + it.id());
        case DeployEvent.Deleted it -> told.add("deleted " + it.id());
        default -> {}
      }
    }
    return told;
  }

  private DeployOptions patient() {
    return Rig.options().waitForReady(false).build();
  }

  @Test
  void what_waits_for_a_job_is_applied_when_the_job_is_done_even_without_wait() {
    String draft = map("after", dependsOn("Job/migrate")) + "---\n" + job("migrate", "");

    rig.run(patient(), session -> session.install(Drafts.of(draft)));

    assertThat(told())
        .containsExactly("applied Job/migrate", "ready Job/migrate", "applied ConfigMap/after");
  }

  @Test
  void a_job_that_fails_stops_what_waits_for_it() {
    String draft =
        map("after", dependsOn("job/migrate"))
            + "---\n"
            + job("migrate", "").replace(":v1", ":crash");

    assertThatThrownBy(() -> rig.run(patient(), session -> session.install(Drafts.of(draft))))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("`Job/migrate` has failed");

    assertThat(rig.object("v1", "ConfigMap", "after")).isEmpty();
    assertThat(rig.story()).containsExactly("1 failed");
  }

  @Test
  void the_annotation_of_kpt_is_read_too() {
    String annotation = "config.kubernetes.io/depends-on: batch/namespaces/default/Job/migrate";
    String draft = map("after", annotation) + "---\n" + job("migrate", "");

    rig.run(patient(), session -> session.install(Drafts.of(draft)));

    assertThat(told()).endsWith("ready Job/migrate", "applied ConfigMap/after");
  }

  @Test
  void something_outside_of_the_release_is_waited_for() {
    rig.release = dev.pannier.engine.release.ReleaseId.of("default", "db");
    rig.run(patient(), session -> session.install(Drafts.of(job("seed", ""))));
    rig.events.clear();
    rig.release = Rig.WEB;

    rig.run(
        patient(),
        session -> session.install(Drafts.of(map("after", dependsOn("default/Job.batch/seed")))));

    assertThat(told()).containsExactly("ready Job/seed", "applied ConfigMap/after");
  }

  @Test
  void what_is_nowhere_is_named_with_what_may_be_meant_before_anything_is_written() {
    String draft = map("after", dependsOn("Job/migrat")) + "---\n" + job("migrate", "");

    assertThatThrownBy(() -> rig.install(Drafts.of(draft)))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              assertThat(e.problems())
                  .singleElement()
                  .satisfies(problem -> {
                    assertThat(problem.message())
                        .isEqualTo(
                            "`ConfigMap/after` waits for `Job/migrat`, which is neither in the"
                                + " release nor in the cluster.");
                    assertThat(problem.location().toString())
                        .startsWith("web/templates/all.yaml.hbs:5:");
                    assertThat(problem.hint()).isEqualTo("Did you mean `Job/migrate`?");
                  });
            });

    assertThat(rig.story()).isEmpty();
  }

  @Test
  void a_circle_is_shown_as_a_chain_with_each_place() {
    String draft =
        map("a", dependsOn("ConfigMap/b"))
            + "---\n"
            + map("b", dependsOn("ConfigMap/c"))
            + "---\n"
            + map("c", dependsOn("ConfigMap/a"));

    assertThatThrownBy(() -> rig.install(Drafts.of(draft)))
        .isInstanceOfSatisfying(
            ChartException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.message())
                          .isEqualTo(
                              "`ConfigMap/a` waits for `ConfigMap/b`, which waits for"
                                  + " `ConfigMap/c`, which waits for `ConfigMap/a`: none of"
                                  + " them can be the first.");
                      assertThat(problem.notes()).hasSize(2);
                      assertThat(problem.notes()).allMatch(note -> note.location().isKnown());
                    }));
  }

  @Test
  void a_word_that_names_nothing_is_a_problem() {
    assertThatThrownBy(() -> rig.install(Drafts.of(map("a", dependsOn("db")))))
        .hasMessageContaining("`db` in `pannier.dev/depends-on` names no object.");
  }

  @Test
  void all_problems_of_a_wave_are_told_and_no_later_wave_begins() {
    String broken = MAP.replace("ANNOTATIONS", "").replace("NAME", "%s") + "data: {k: v}\n";
    rig.install(Drafts.of(broken.formatted("a") + "---\n" + broken.formatted("b")));
    Cluster refusing = refusing();

    assertThatThrownBy(() ->
            rig.run(
                refusing,
                rig.store,
                patient(),
                session ->
                    session.upgrade(
                        Drafts.of(
                            broken.formatted("a").replace("v}", "nope}")
                                + "---\n"
                                + broken.formatted("b").replace("v}", "nope}")
                                + "---\n"
                                + job("later", "")))))
        .isInstanceOfSatisfying(
            ChartException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.message())
                    .contains("`ConfigMap/a`: No.", "`ConfigMap/b`: No."));

    assertThat(rig.object("batch/v1", "Job", "later")).isEmpty();
    assertThat(rig.story()).containsExactly("1 deployed", "2 failed");
  }

  /** A cluster that cannot take anything yet, so many times. */
  private Cluster busy(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new ClusterInFront(rig.cluster) {
      @Override
      public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
        return !mode.dryRun() && left.getAndDecrement() > 0
            ? new ApplyResult.Refused(
                List.of(
                    new ApplyResult.Refusal(
                        ApplyResult.Cause.NOT_YET, "", "The webhook does not answer.")))
            : super.apply(id, object, mode);
      }
    };
  }

  @Test
  void what_the_cluster_cannot_take_yet_is_tried_again_and_told() {
    rig.run(busy(5), rig.store, patient(), session -> session.install(Drafts.web("v1")));

    assertThat(rig.story()).containsExactly("1 deployed");
    assertThat(rig.events(DeployEvent.Waiting.class))
        .extracting(DeployEvent.Waiting::reason)
        .contains("The webhook does not answer");
  }

  @Test
  void what_it_never_takes_is_told_when_the_time_is_over() {
    assertThatThrownBy(() ->
            rig.run(
                busy(Integer.MAX_VALUE),
                rig.store,
                patient(),
                session -> session.install(Drafts.web("v1"))))
        .hasMessageContaining("`ConfigMap/web`: The webhook does not answer.");
  }

  @Test
  void deletion_is_the_reverse_and_waits_for_what_said_that_it_depends() {
    String draft =
        map("base", "")
            + "---\n"
            + map("middle", dependsOn("ConfigMap/base"))
            + "---\n"
            + job("top", dependsOn("ConfigMap/middle"));
    rig.install(Drafts.of(draft));
    rig.events.clear();

    assertThat(rig.run(patient(), ReleaseSession::uninstall).status())
        .isEqualTo(Status.UNINSTALLED);

    assertThat(told())
        .containsExactly("deleted Job/top", "deleted ConfigMap/middle", "deleted ConfigMap/base");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void in_any_graph_deletion_is_exactly_the_reverse_of_applying(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<ResourceId, MapNode> objects = new LinkedHashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < 5 + random.nextInt(20); i++) {
      String annotation = i == 0 || random.nextBoolean() ? "" : "KIND/n" + random.nextInt(i);
      String on =
          annotation.isEmpty()
              ? ""
              : dependsOn(
                  annotation.replace(
                      "KIND", wanted.get(Integer.parseInt(annotation.substring(6))).id().kind()));
      String yaml = random.nextBoolean() ? map("n" + i, on) : job("n" + i, on);
      Wanted each =
          new Resolver(rig.cluster, "default", List.of()).plain(Drafts.resources(yaml).getFirst());
      wanted.add(each);
      objects.put(each.id(), each.object());
    }
    Site site = rig.site(patient());
    var problems = new dev.pannier.engine.problem.Problems();

    List<ResourceId> applied = new ArrayList<>();
    ApplyOrder.of(site, wanted, problems)
        .waves()
        .forEach(wave -> wave.forEach(each -> applied.add(each.id())));
    List<ResourceId> deleted = new ArrayList<>();
    DeleteOrder.of(site, objects).waves().forEach(deleted::addAll);

    assertThat(problems.all()).as("seed %d", seed).isEmpty();
    assertThat(deleted).as("seed %d", seed).containsExactlyElementsOf(applied.reversed());
  }

  /** A cluster that refuses to write {@code nope}, and says nothing of it to a dry run. */
  private Cluster refusing() {
    return (Cluster)
        Proxy.newProxyInstance(
            Cluster.class.getClassLoader(),
            new Class<?>[] {Cluster.class},
            (_, method, arguments) -> {
              if (method.getName().equals("apply")
                  && !((ApplyMode) arguments[2]).dryRun()
                  && ((MapNode) arguments[1]).map("data").text("k").equals(Optional.of("nope"))) {
                return new ApplyResult.Refused(
                    List.of(new ApplyResult.Refusal(ApplyResult.Cause.INVALID, "", "No.")));
              }
              try {
                return method.invoke(rig.cluster, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
