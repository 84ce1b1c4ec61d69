package dev.pannier.cli;

import dev.pannier.cli.output.Ending;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Runs command lines in this JVM, in a folder, with a clock that only waiting moves. */
final class Terminal {
  private final Path directory;
  private final Map<String, String> variables = new TreeMap<>(Map.of("HOSTNAME", "build-7"));
  private final Random random = new Random(42);
  private final StringBuilder transcript = new StringBuilder();
  private Instant now = Instant.parse("2026-11-20T21:33:00Z");
  private String input = "";
  private OutputStream elsewhere = OutputStream.nullOutputStream();
  private boolean terminal;
  private boolean interrupted;

  Terminal(Path directory) {
    this.directory = directory;
    variables.put("HOME", directory.resolve("home").toString());
  }

  /** What a command did. */
  record Done(ExitCode code, String out, String err) {}

  Terminal with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Terminal watched() {
    terminal = true;
    variables.putIfAbsent("LINES", "24");
    variables.putIfAbsent("COLUMNS", "100");
    return this;
  }

  /** Somebody presses Ctrl-C as soon as a command waits. */
  Terminal interrupted() {
    interrupted = true;
    return this;
  }

  /** Standard output goes to a file too, and fails where that fails. */
  Terminal writingTo(Path file) throws IOException {
    elsewhere = Files.newOutputStream(file);
    return this;
  }

  Terminal typing(String text) {
    input = text;
    return this;
  }

  /** Writes a file below the folder. */
  Terminal file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command line; words are separated by blanks. */
  Done run(String line) {
    return run(line.isEmpty() ? new String[0] : line.split(" "));
  }

  Done run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(both(out), false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            directory,
            terminal,
            terminal,
            clock(),
            this::pause,
            random,
            new Ending());
    ExitCode code = Main.run(shell, words);
    Done done =
        new Done(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    transcript.append("$ pannier ").append(String.join(" ", words)).append('\n');
    transcript.append(done.out()).append(done.err());
    transcript.append("[").append(code).append("]\n\n");
    now = now.plusSeconds(1);
    return done;
  }

  private OutputStream both(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        elsewhere.write(one);
        out.write(one);
      }
    };
  }

  private void pause(Duration time) throws InterruptedException {
    if (interrupted) {
      interrupted = false;
      throw new InterruptedException();
    }
    now = now.plus(time);
  }

  /** All that was run and what it printed, standard error after standard output. */
  String transcript() {
    return transcript.toString().replace(directory.toString(), "DIR");
  }

  private Clock clock() {
    return new Clock() {
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
  }

  /** A small chart: a Deployment, a Service, notes, and a test hook. */
  Terminal chart() {
    return file(
            "web/Chart.yaml",
            """
            apiVersion: v2
            name: web
            version: 1.2.3
            appVersion: "2026.11"
            description: A web server
            icon: https://example.org/icon.svg
            """)
        .file("web/README.md", "# web\n\nServes pages.\n")
        .file(
            "web/values.yaml",
            """
            # how many
            replicas: 1
            image:
              name: nginx
              tag: "1.30"
            """)
        .file(
            "web/templates/deployment.yaml.hbs",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{Release.Name}}
            spec:
              replicas: {{Values.replicas}}
              selector:
                matchLabels:
                  app: {{Release.Name}}
              template:
                metadata:
                  labels:
                    app: {{Release.Name}}
                spec:
                  containers:
                    - name: web
                      image: {{Values.image.name}}:{{Values.image.tag}}
            """)
        .file(
            "web/templates/service.yaml.hbs",
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: {{Release.Name}}
            spec:
              selector:
                app: {{Release.Name}}
              ports:
                - port: 80
            """)
        .file(
            "web/templates/tests/answers.yaml.hbs",
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: {{Release.Name}}-answers
              annotations:
                helm.sh/hook: test
            spec:
              restartPolicy: Never
              containers:
                - name: curl
                  image: curl:8
            """)
        .file("web/templates/NOTES.txt.hbs", "{{Release.Name}} serves {{Values.image.tag}}.\n");
  }
}
