import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A step of the build: rehearses the commands in the staged distribution, with an AOT cache of that
 * run as the result, and tells the launcher the cache's name. Commands on a cluster meet {@link
 * StubApiServer} there.
 *
 * <p>Arguments: the staged distribution, the time of the files in its archive, the list of
 * commands, the time at which this build started.
 */
void main(String[] args) throws Exception {
  var home = Path.of(args[0]).toAbsolutePath();
  var stamp = FileTime.from(Instant.parse(args[1]));
  var jars = jars(home.resolve("lib"));
  for (var jar : jars) {
    // As the archive will have it: the launcher compares the jars' times with the cache's.
    Files.setLastModifiedTime(jar, stamp);
  }
  var hash = hash(jars);
  var cache = home.resolve("lib/pannier-" + hash + "-" + build() + ".aot");
  var identity = ServerIdentity.make(home.resolveSibling("rehearsal-server"));
  try (var server = new StubApiServer(identity.tls())) {
    identity.writeKubeconfig(home.resolveSibling("rehearsal-kubeconfig"), server.address());
    rehearse(home, cache, Path.of(args[2]));
  }
  if (Files.exists(cache)) {
    Files.setLastModifiedTime(cache, stamp);
  } else {
    System.err.println("This JDK made no AOT cache; the distribution goes without.");
  }
  var launcher = home.resolve("bin/pannier");
  Files.writeString(launcher, Files.readString(launcher).replace("@jars@", hash));

  // ./pannier builds anew when a source is newer than this.
  var built = Files.write(home.resolveSibling("pannier.stamp"), new byte[0]);
  Files.setLastModifiedTime(built, FileTime.from(Instant.parse(args[3])));
}

List<Path> jars(Path lib) throws IOException {
  try (var files = Files.list(lib)) {
    return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
  }
}

String hash(List<Path> jars) throws Exception {
  var digest = MessageDigest.getInstance("SHA-256");
  for (var jar : jars) {
    digest.update(Files.readAllBytes(jar));
  }
  return HexFormat.of().formatHex(digest.digest(), 0, 8);
}

/** This JDK as jdk.sh names it. */
String build() {
  var release = new Properties();
  try (var in = Files.newBufferedReader(Path.of(System.getProperty("java.home"), "release"))) {
    release.load(in);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
  return "%s-%s-%s"
      .formatted(
          release.getProperty("JAVA_RUNTIME_VERSION"),
          release.getProperty("OS_NAME"),
          release.getProperty("OS_ARCH"))
      .replace("\"", "");
}

void rehearse(Path home, Path cache, Path commands) throws Exception {
  var log = home.resolveSibling("rehearsal.log");
  var training =
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "@" + home.resolve("lib/jvm.args"),
              // A JVM without AOT caches rehearses all the same, for the completions.
              "-XX:+IgnoreUnrecognizedVMOptions",
              // What a JVM learns of hot methods makes it compile them at each start, though a
              // command ends long before that pays.
              "-XX:+UnlockDiagnosticVMOptions",
              "-XX:-AOTRecordTraining",
              "-XX:AOTCacheOutput=" + cache,
              "-cp",
              home.resolve("lib/pannier.jar").toString(),
              "dev.pannier.cli.Rehearsal",
              commands.toString(),
              home.toString())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
  if (training.waitFor() != 0) {
    System.err.println(Files.readString(log));
    System.exit(1);
  }
}
