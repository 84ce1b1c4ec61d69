package dev.pannier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.Diagnosis;
import dev.pannier.engine.deploy.FieldYield;
import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What people see while they wait, on a terminal and in a log, and what programs read. */
class ProgressTest {
  private static final ResourceId WEB = new ResourceId("apps/v1", "Deployment", "shop", "web");
  private static final ResourceId DB = new ResourceId("apps/v1", "StatefulSet", "shop", "db");
  private static final ResourceId KEY = new ResourceId("v1", "Secret", "shop", "key");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private Shell shell(boolean terminal, int rows, int columns) {
    return new Shell(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        Map.of("LINES", Integer.toString(rows), "COLUMNS", Integer.toString(columns)),
        Path.of("."),
        terminal,
        terminal,
        clock,
        _ -> {},
        RandomGenerator.getDefault(),
        new Ending());
  }

  private String written() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PodState pod(String name, String state, int ready, int restarts) {
    return new PodState(name, state, ready, 1, restarts);
  }

  private void rollout(Progress progress) {
    progress.accept(new DeployEvent.Applied(WEB, ApplyResult.Outcome.CONFIGURED));
    progress.accept(new DeployEvent.Waiting(WEB, "1 of 3 replicas are available"));
    progress.accept(
        new DeployEvent.Pods(
            WEB,
            List.of(
                pod("web-1", "Running", 1, 0),
                pod("web-2", "CrashLoopBackOff", 0, 1),
                pod("web-3", "ContainerCreating", 0, 0))));
    progress.accept(new DeployEvent.Waiting(DB, "0 of 1 replicas are ready"));
    pass(progress, 12);
  }

  private void pass(Progress progress, int seconds) {
    Map<ResourceId, String> open = new LinkedHashMap<>();
    open.put(WEB, "1 of 3 replicas are available");
    for (int i = 1; i <= seconds; i++) {
      now = now.plusSeconds(1);
      progress.accept(new DeployEvent.StillWaiting(Duration.ofSeconds(i), open));
    }
  }

  @Test
  void a_terminal_shows_a_tree_below_what_is_done() {
    Progress progress = new Progress(shell(true, 24, 60), Paint.COLORED);
    rollout(progress);

    assertThat(new Screen(60).write(written()).text())
        .isEqualTo(
            """
              changed    Deployment/web
            waiting: 0 ready, waiting for 2
            ├─ Deployment/web  1 of 3 replicas are available        12s
            │  ├─ web-2  CrashLoopBackOff 0/1, 1 restart
            │  ├─ web-3  ContainerCreating 0/1
            │  └─ web-1  Running 1/1
            └─ StatefulSet/db  0 of 1 replicas are ready            12s
            """);
  }

  @Test
  void what_is_ready_leaves_the_tree_and_nothing_of_it_stays_behind() {
    Progress progress = new Progress(shell(true, 24, 60), Paint.COLORED);
    rollout(progress);
    progress.accept(new DeployEvent.Ready(WEB));
    progress.accept(new DeployEvent.Ready(DB));
    progress.close();

    Screen screen = new Screen(60).write(written());
    assertThat(screen.text())
        .isEqualTo(
            """
              changed    Deployment/web
              ready      Deployment/web (12s)
              ready      StatefulSet/db (12s)

            """);
    assertThat(screen.wraps()).isTrue();
  }

  @Test
  void the_tree_is_no_wider_and_no_higher_than_the_terminal() {
    for (int columns = 20; columns < 90; columns += 7) {
      for (int rows = 6; rows < 30; rows += 5) {
        err.reset();
        Progress progress = new Progress(shell(true, rows, columns), Paint.COLORED);
        for (int i = 0; i < 12; i++) {
          ResourceId id = new ResourceId("apps/v1", "Deployment", "shop", "a-longish-name-" + i);
          progress.accept(new DeployEvent.Waiting(id, "0 of 3 replicas are available 你好 😀"));
          progress.accept(
              new DeployEvent.Pods(
                  id, List.of(pod(id.name() + "-x", "Pending", 0, 0), pod("y", "Pending", 0, 7))));
        }
        Screen screen = new Screen(columns).write(written());
        assertThat(screen.rows()).as(rows + " rows").isLessThan(rows);
        progress.close();
      }
    }
  }

  @Test
  void a_log_gets_a_word_after_half_a_minute_of_silence() {
    Progress progress = new Progress(shell(false, 24, 80), Paint.PLAIN);
    progress.accept(new DeployEvent.Waiting(WEB, "1 of 3 replicas are available"));
    pass(progress, 70);
    progress.accept(new DeployEvent.Ready(WEB));

    assertThat(written())
        .isEqualTo(
            """
              waiting    Deployment/web: 1 of 3 replicas are available
              waiting    Deployment/web: 1 of 3 replicas are available (30s)
              waiting    Deployment/web: 1 of 3 replicas are available (1m00s)
              ready      Deployment/web (1m10s)
            """);
  }

  private static Diagnosis diagnosis() {
    return new Diagnosis(
        WEB,
        "pod `web-2`, container `web` is in CrashLoopBackOff, exit code 127",
        Optional.of(new ResourceId("v1", "Pod", "shop", "web-2")),
        "web",
        List.of("sh: nginxx: not found"),
        List.of("BackOff: Back-off restarting failed container"),
        "The command is not in the image.",
        "spec.template.spec.containers[name=web].command",
        List.of("kubectl logs web-2 -c web -n shop --previous"));
  }

  @Test
  void a_failure_is_told_with_all_that_is_known() {
    new Progress(shell(false, 24, 80), Paint.PLAIN).accept(new DeployEvent.Failed(diagnosis()));

    assertThat(written())
        .isEqualTo(
            """
              failed     Deployment/web: pod `web-2`, container `web` is in CrashLoopBackOff, exit code 127
                         BackOff: Back-off restarting failed container
                         its last lines:
                         | sh: nginxx: not found
                         likely cause: The command is not in the image.
                         to see more: kubectl logs web-2 -c web -n shop --previous
            """);
  }

  @Test
  void a_sandbox_knows_no_kubectl() {
    Progress progress = new Progress(shell(false, 24, 80), Paint.PLAIN, ProgressStyle.LINES, false);
    progress.accept(new DeployEvent.Tolerated(diagnosis()));

    assertThat(written()).contains("exit code 127, and need not be\n").doesNotContain("kubectl");
  }

  @Test
  void a_log_line_cannot_move_the_cursor() {
    DeployEvent hook =
        new DeployEvent.HookFinished(
            dev.pannier.engine.manifest.Hook.Event.PRE_INSTALL,
            WEB,
            true,
            List.of((char) 0x1b + "[2J"));
    new Progress(shell(false, 24, 80), Paint.PLAIN).accept(hook);

    assertThat(written()).doesNotContain(String.valueOf((char) 0x1b));
  }

  @Test
  void programs_get_each_event_as_a_line_of_json_and_no_secrets() {
    Progress progress = new Progress(shell(true, 24, 80), Paint.COLORED, ProgressStyle.JSON, true);
    rollout(progress);
    progress.accept(new DeployEvent.Failed(diagnosis()));
    progress.accept(
        new DeployEvent.FieldsYielded(
            KEY, List.of(new FieldYield("data.k", Node.of("hidden"), Node.of("too"), "vault"))));
    progress.close();

    List<MapNode> events =
        written().lines().map(line -> (MapNode) JsonReader.read(new Source("err", line))).toList();
    assertThat(events)
        .extracting(each -> each.text("event").orElse(""))
        .containsExactly("applied", "waiting", "pods", "waiting", "failed", "fields-yielded");
    assertThat(events.get(4).toString())
        .contains("\"cause\":\"The command is not in the image.\"", "\"name\":\"web\"");
    assertThat(written()).doesNotContain("hidden", "too\"");
  }

  @Test
  void who_wants_nothing_gets_nothing() {
    Progress progress = new Progress(shell(true, 24, 80), Paint.COLORED, ProgressStyle.NONE, true);
    rollout(progress);
    progress.close();

    assertThat(written()).isEmpty();
  }
}
