package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while it changes a release leaves a recorded state. */
@DisabledOnOs(OS.WINDOWS)
class EndingTest {

  @TempDir Path folder;

  @Test
  void an_atomic_upgrade_that_is_terminated_is_undone_before_the_process_ends() throws Exception {
    chart();
    assertThat(pannier("install", "web", "chart", "--wait").waitFor()).isZero();

    Process upgrade = pannier("upgrade", "web", "chart", "--atomic", "--set", "tag=2");
    untilItWaits(upgrade);
    upgrade.destroy();

    assertThat(upgrade.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(upgrade.exitValue()).isEqualTo(143);
    assertThat(output("history", "web", "-o", "json"))
        .contains("\"status\":\"failed\"", "The operation was interrupted.")
        .containsPattern("\"revision\":3,.*\"status\":\"deployed\",.*\"Rollback to 1\"");
    assertThat(output("get", "manifest", "web")).contains("image: app:1");
  }

  private void chart() throws IOException {
    Files.createDirectories(folder.resolve("chart/templates"));
    Files.writeString(
        folder.resolve("chart/Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 0.1.0\n");
    Files.writeString(folder.resolve("chart/values.yaml"), "tag: 1\n");
    Files.writeString(
        folder.resolve("chart/templates/web.yaml.hbs"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          # One pod after the other: the rollout takes long enough to be interrupted.
          replicas: 6
          strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
                - name: web
                  image: app:{{Values.tag}}
        """);
  }

  private static void untilItWaits(Process upgrade) throws IOException {
    StringBuilder told = new StringBuilder();
    int next;
    while (told.indexOf("waiting") < 0 && (next = upgrade.getInputStream().read()) >= 0) {
      told.append((char) next);
    }
  }

  private String output(String... words) throws Exception {
    Process process = pannier(words);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private Process pannier(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    command.addAll(List.of("--sandbox", "sandbox"));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
