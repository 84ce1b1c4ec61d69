package dev.pannier.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL that the tests of this JVM share, in a temporary folder, ended with it. */
final class Postgres {

  private static @Nullable Postgres shared;

  private final Path programs;
  private final Path folder;
  private final int port;

  private Postgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Where its programs are not on this machine, the test is skipped loudly. */
  static synchronized Postgres assumePresent() {
    Postgres present = shared;
    if (present == null) {
      present = start(programs());
      shared = present;
      Runtime.getRuntime().addShutdownHook(new Thread(present::stop, "end PostgreSQL"));
    }
    return present;
  }

  private static Path programs() {
    try (Stream<Path> versions =
        Files.isDirectory(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql"))
            : Stream.empty()) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(Postgres::absent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestAbortedException absent() {
    String line =
        "SKIPPED: no PostgreSQL on this machine (/usr/lib/postgresql); `apt-get install postgresql`"
            + " gets one.";
    System.err.println(line);
    return new TestAbortedException(line);
  }

  private static Postgres start(Path programs) {
    try {
      Path folder = Files.createTempDirectory("pannier-postgres-");
      Postgres postgres = new Postgres(programs, folder, freePort());
      postgres.create();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void create() throws IOException {
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    asPostgres(
        programs.resolve("initdb").toString(),
        "-D",
        data.toString(),
        "-U",
        "helm",
        "-A",
        "trust",
        "--no-sync",
        "-E",
        "UTF8");
    asPostgres(
        programs.resolve("pg_ctl").toString(),
        "-D",
        data.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder,
        "start");
  }

  private void stop() {
    try {
      asPostgres(
          programs.resolve("pg_ctl").toString(),
          "-D",
          folder.resolve("data").toString(),
          "-m",
          "immediate",
          "stop");
      run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static void asPostgres(String... command) throws IOException {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(List.of(command));
    run(all);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException {
    Path log = Files.createTempFile("pannier-postgres-", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(new java.io.File("/"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.delete(log);
    }
  }

  /** Where it is, as Helm is told it. */
  String connectionString() {
    return "postgres://helm@127.0.0.1:" + port + "/postgres?sslmode=disable";
  }

  int port() {
    return port;
  }
}
