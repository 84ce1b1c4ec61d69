package dev.pannier.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.Node;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see who install, upgrade, roll back and uninstall, in a sandbox. */
class ReleaseStoryTest {
  private static final String HOLDER =
      """
      {"host": "build-7", "process": 4711, "command": "pannier upgrade web",
       "since": "2026-11-20T21:33:00Z"}
      """;

  private static final String JOURNAL =
      """
      {"operation": {"verb": "upgrade", "revision": 2, "phase": "apply", "holder": %s},
       "touched": []}
      """
          .formatted(HOLDER);

  private final Goldens goldens = Goldens.in("story");

  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void sandbox() {
    terminal = new Terminal(directory).chart().with("PANNIER_CLUSTER", "sandbox:s");
  }

  @Test
  void the_tests_of_a_release_run_with_their_logs_and_are_shown() {
    terminal.file(
        "web/templates/tests/connection.yaml.hbs",
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{Release.Name}}-connection
          annotations: {helm.sh/hook: test}
        spec:
          restartPolicy: Never
          containers:
            - name: wget
              image: busybox:{{default "1" Values.test}}
        """);
    thenDone("install web web");
    thenDone("test web --logs");
    thenDone("test web --filter !name=web-connection");
    thenEnds(ExitCode.USAGE, "test web --filter connection");
    thenDone("upgrade web web --set test=crash");
    thenEnds(ExitCode.FAILED, "test web");
    thenDone("status web");
    assertThat(terminal.run("test nobody").code()).isEqualTo(ExitCode.FAILED);
    goldens.check("tests.txt", terminal.transcript());
  }

  @Test
  void a_failed_upgrade_is_undone_and_the_history_tells_it() {
    thenDone("install web web --wait");
    thenEnds(ExitCode.FAILED, "upgrade web web --atomic --set image.tag=crash-1");
    thenDone("status web");
    thenDone("history web");
    thenDone("upgrade web web --set replicas=2 --wait --description more");
    thenDone("rollback web 1 --wait");
    thenDone("history web");
    thenDone("uninstall web");
    thenDone("list");
    goldens.check("atomic.txt", terminal.transcript());
  }

  @Test
  void a_failed_install_leaves_nothing_when_atomic_and_a_failed_revision_when_not() {
    thenEnds(ExitCode.FAILED, "install web web --atomic --set image.tag=missing-1");
    thenDone("list");
    thenEnds(ExitCode.FAILED, "install web web --wait --timeout 30s --set image.tag=crash-1");
    thenDone("status web");
    thenDone("upgrade web web --wait --reset-values");
    goldens.check("failed-install.txt", terminal.transcript());
  }

  @Test
  void a_release_that_somebody_holds_is_not_touched() throws IOException {
    thenDone("install web web");
    Path lock = directory.resolve("s/.pannier/releases/default/web/lock");
    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      thenEnds(ExitCode.BUSY, "upgrade web web");
    }
    thenDone("upgrade web web");
  }

  @Test
  void what_is_recorded_can_be_read() {
    thenDone("install web web --set replicas=2 -l team=web");
    thenDone("upgrade web web --reuse-values --set image.tag=1.31");
    for (String part : new String[] {"values", "manifest", "notes", "hooks", "metadata", "all"}) {
      thenDone("get " + part + " web");
    }
    thenDone("get values web -a -o json");
    thenDone("get values web --revision 1 -o yaml");
    thenDone("get metadata web -o json");
    thenDone("status web -o yaml");
    thenDone("history web -o json --max 1");
    thenDone("list -o json");
    thenDone("list -o yaml --selector team=web");
    thenDone("list -q");
    thenDone("list --failed --no-headers");
    goldens.check("records.txt", terminal.transcript());
  }

  @Test
  void what_is_not_there_is_told() {
    thenDone("install web web");
    thenDone("install web web -n shop --create-namespace");
    thenEnds(ExitCode.FAILED, "status wep");
    thenEnds(ExitCode.FAILED, "status web -n shp");
    thenEnds(ExitCode.FAILED, "get values web --revision 7");
    thenEnds(ExitCode.FAILED, "install web web");
    thenEnds(ExitCode.FAILED, "upgrade wep web");
    thenEnds(ExitCode.FAILED, "rollback web 9");
    thenEnds(ExitCode.FAILED, "rollback web");
    thenEnds(ExitCode.FAILED, "uninstall wep web");
    thenDone("uninstall wep --ignore-not-found");
    thenEnds(ExitCode.FAILED, "install Web web");
    goldens.check("not-there.txt", terminal.transcript());
  }

  @Test
  void nothing_changes_in_a_dry_run() {
    thenDone("install web web --dry-run");
    thenDone("list -q");
    thenDone("install web web");
    thenDone("upgrade web web --dry-run=server --set replicas=3 --hide-notes");
    thenEnds(ExitCode.FAILED, "rollback web --dry-run");
    thenDone("history web");
    goldens.check("dry-run.txt", terminal.transcript());
  }

  @Test
  void what_a_rollback_and_an_uninstall_would_change_is_shown() {
    thenDone("install web web");
    terminal.file(
        "web/templates/map.yaml.hbs",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: notes
          annotations:
            helm.sh/resource-policy: keep
        """);
    terminal.file(
        "web/templates/secret.yaml.hbs", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\n");
    thenDone("upgrade web web --set replicas=3");
    thenDone("rollback web --dry-run");
    thenDone("rollback web 2 --dry-run");
    thenDone("uninstall web --dry-run");
    thenEnds(ExitCode.FAILED, "uninstall web wep --dry-run");
    thenDone("history web");
    goldens.check("plans.txt", terminal.transcript());
  }

  @Test
  void a_plan_tells_what_would_change_and_is_carried_out_later_or_refused() throws IOException {
    terminal.file(
        "web/templates/secret.yaml.hbs",
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\nstringData:\n  key: hunter2\n");
    thenEnds(ExitCode.DIFFERENCES, "plan web web");
    thenDone("install web web");
    thenDone("plan web web");
    thenEnds(ExitCode.DIFFERENCES, "plan web web --set replicas=3 --save web.plan");
    thenDone("upgrade --plan-file web.plan --hide-notes");
    thenEnds(ExitCode.FAILED, "upgrade --plan-file web.plan");
    thenEnds(ExitCode.USAGE, "upgrade --plan-file web.plan web web");
    thenEnds(ExitCode.USAGE, "upgrade web");
    thenEnds(ExitCode.DIFFERENCES, "diff web web --set replicas=4 -o yaml");
    thenEnds(ExitCode.DIFFERENCES, "diff revision web 1 2");
    thenEnds(ExitCode.DIFFERENCES, "diff rollback web 1");
    thenEnds(ExitCode.USAGE, "plan status web web");
    thenEnds(ExitCode.DIFFERENCES, "upgrade web web --set replicas=5 --plan");
    goldens.check("plan.txt", terminal.transcript());
  }

  @Test
  void drift_is_told_and_set_back() throws IOException {
    thenDone("install web web");
    thenDone("drift web");
    Path file = directory.resolve("s/default/Deployment.web.yaml");
    Files.writeString(file, Files.readString(file).replace("replicas: 1", "replicas: 7"));
    Files.delete(directory.resolve("s/default/Service.web.yaml"));
    thenEnds(ExitCode.DIFFERENCES, "drift web");
    thenEnds(ExitCode.DIFFERENCES, "drift web --ignore Deployment/web:spec.replicas -o json");
    thenEnds(ExitCode.USAGE, "drift web --ignore replicas");
    thenDone("drift web --correct");
    thenDone("drift web");
    thenDone("history web");
    thenEnds(ExitCode.FAILED, "drift wep");
    goldens.check("drift.txt", terminal.transcript());
  }

  @Test
  void the_status_tells_how_the_resources_are() throws IOException {
    thenDone("install web web");
    thenDone("status web");
    thenDone("upgrade web web --set image.tag=1.31,replicas=2");
    thenDone("status web");
    Files.delete(directory.resolve("s/default/Service.web.yaml"));
    thenEnds(
        ExitCode.FAILED, "upgrade web web --set image.tag=crash-1,replicas=2 --wait --timeout 9s");
    Files.delete(directory.resolve("s/default/Service.web.yaml"));
    thenDone("status web");
    thenDone("status web -o json");
    thenDone("status web --revision 1");
    thenDone("status web --revision 3");
    thenDone("uninstall web --keep-history");
    thenDone("status web");
    goldens.check("status.txt", terminal.transcript());
  }

  @Test
  void the_status_tells_of_an_operation_that_has_not_ended() throws IOException {
    thenDone("install web web");
    terminal.file("s/.pannier/releases/default/web/journal.json", JOURNAL);
    Path lock = directory.resolve("s/.pannier/releases/default/web/lock");
    Files.writeString(lock, HOLDER);
    thenDone("status web");
    thenDone("status web -o yaml");
    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      thenDone("status web");
      Files.writeString(lock, HOLDER.replace("upgrade", "rollback"));
      thenDone("status web");
      thenEnds(ExitCode.BUSY, "upgrade web web");
    }
    thenDone("upgrade web web");
    thenDone("status web");
    goldens.check("unfinished.txt", terminal.transcript());
  }

  @Test
  void whoever_interrupts_an_uninstall_keeps_the_releases_that_were_to_follow() throws IOException {
    for (String name : new String[] {"a", "b", "c"}) {
      thenDone("install " + name + " web");
    }
    Path lock = directory.resolve("s/.pannier/releases/default/b/lock");
    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      terminal.interrupted();
      Terminal.Done done = terminal.run("uninstall a x b c --wait-lock 1m");
      assertThat(done.code()).isEqualTo(ExitCode.FAILED);
      assertThat(done.out()).isEqualTo("release \"a\" uninstalled\n");
      assertThat(done.err()).contains("There is no release `x`", "The operation was interrupted.");
    }
    assertThat(terminal.run("list -q").out()).isEqualTo("b\nc\n");
  }

  @Test
  void a_plan_names_the_fields_of_a_secret_without_their_values() {
    terminal.file(
        "web/templates/secret.yaml.hbs",
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  key: {{Values.key}}\n");
    thenDone("install web web --set key=hunter1");
    Terminal.Done done = terminal.run("upgrade web web --set key=hunter2 --dry-run --hide-secret");
    assertThat(done.err()).contains("~ change Secret/s\n").doesNotContain("hunter");
    assertThat(done.out())
        .contains("# HIDDEN: The Secret output has been suppressed\n")
        .doesNotContain("hunter");
  }

  @Test
  void an_upgrade_installs_where_that_is_asked_for() {
    thenDone("upgrade --install web web");
    thenDone("upgrade -i web web --set replicas=2 -o json");
    thenDone("install -g web");
    thenDone("ls");
    goldens.check("upgrade-install.txt", terminal.transcript());
  }

  @Test
  void values_given_before_are_treated_as_in_helm() {
    thenDone("install web web --set replicas=2");
    thenValues("", "{\"replicas\":2}");
    thenValues(" --set image.tag=1.31", "{\"image\":{\"tag\":\"1.31\"}}");
    thenValues(
        " --reset-then-reuse-values --set replicas=3",
        "{\"replicas\":3,\"image\":{\"tag\":\"1.31\"}}");
    thenValues(
        " --reuse-values --set image.name=httpd",
        "{\"image\":{\"name\":\"httpd\",\"tag\":\"1.31\"},\"replicas\":3}");
    thenValues(" --reset-values", "{}");
  }

  @Test
  void reusing_values_warns_of_defaults_that_are_left_out() {
    thenDone("install web web --set replicas=2");
    terminal.file("web/values.yaml", "replicas: 1\nport: 80\nimage: {name: a, tag: b, pull: c}\n");
    Terminal.Done done = terminal.run("upgrade web web --reuse-values");
    assertThat(done.code()).isEqualTo(ExitCode.DONE);
    assertThat(done.err())
        .contains(
            "warning[values.reused-without-defaults]: The chart has new defaults, which"
                + " `--reuse-values` leaves out: `port`, `image.pull`.");
    assertThat(read("get values web -a -o json"))
        .isEqualTo(json("{\"image\":{\"name\":\"nginx\",\"tag\":\"1.30\"},\"replicas\":2}"));
  }

  private void thenValues(String flags, String json) {
    thenDone("upgrade web web" + flags);
    assertThat(read("get values web -o json")).as(flags).isEqualTo(json(json));
  }

  private Node read(String line) {
    return json(terminal.run(line).out());
  }

  private static Node json(String text) {
    return JsonReader.read(new Source("json", text));
  }

  private void thenDone(String line) {
    thenEnds(ExitCode.DONE, line);
  }

  private void thenEnds(ExitCode code, String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.err()).isEqualTo(code);
  }
}
