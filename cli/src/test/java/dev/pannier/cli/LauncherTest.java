package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** bin/pannier against a JDK whose {@code java} tells what it was started with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path home;
  private Path launcher;
  private Path jdk;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("a home/with blanks"));
    launcher = copy("bin/pannier");
    copy("lib/jdk.sh");
    copy("lib/jvm.args");
    Files.createFile(home.resolve("lib/pannier.jar"));
    Files.setLastModifiedTime(home.resolve("lib/pannier.jar"), FileTime.from(BUILT));
    jdk = jdk("jdk-25", "25.0.1");
  }

  @Test
  void arguments_arrive_as_they_were_given() throws Exception {
    var run = run("", "a b", "", "it's \"$HOME\" *", "two\nlines", "@lib/jvm.args");

    assertThat(run.after("-jar"))
        .isEqualTo(
            "[%s/bin/../lib/pannier.jar]\n".formatted(home)
                + "[a b]\n[]\n[it's \"$HOME\" *]\n[two\nlines]\n[@lib/jvm.args]\n");
  }

  @Test
  void input_and_exit_code_pass_through() throws Exception {
    var run = run("replicas: 3\n", "lint");

    assertThat(run.output()).endsWith("[lint]\nreplicas: 3\n");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void the_folder_is_found_behind_links() throws Exception {
    var one = Files.createSymbolicLink(home.resolve("one"), Path.of("bin/pannier"));
    launcher = Files.createSymbolicLink(folder.resolve("two"), one.toAbsolutePath());

    assertThat(run("", "version").output())
        .contains("/bin/../lib/pannier.jar]\n[version]\n")
        .startsWith("[@" + home);
  }

  @Test
  void an_old_jdk_in_JAVA_HOME_is_passed_over_for_one_on_the_path() throws Exception {
    var onPath = jdk.resolve("bin") + ":/usr/bin:/bin";
    jdk = jdk("jdk-17", "17.0.9");

    var run = run(onPath, "", List.of("version"));

    assertThat(run.output()).contains("[version]");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void the_cache_of_these_jars_and_this_jdk_is_used() throws Exception {
    cache("pannier-@jars@-25.0.1+8-Linux-x86_64.aot");

    assertThat(run("", "version").output()).contains("[-XX:AOTCache=" + home).contains(".aot]");
  }

  @Test
  void without_a_cache_it_starts_all_the_same() throws Exception {
    assertThat(run("", "version").output()).doesNotContain("-XX:AOTCache");
  }

  @Test
  void the_cache_of_another_jdk_is_passed_over() throws Exception {
    cache("pannier-@jars@-25.0.2+8-Linux-x86_64.aot");

    assertThat(run("", "version").output()).doesNotContain("-XX:AOTCache");
  }

  @Test
  void a_jar_newer_than_the_cache_switches_it_off() throws Exception {
    cache("pannier-@jars@-25.0.1+8-Linux-x86_64.aot");
    Files.setLastModifiedTime(home.resolve("lib/pannier.jar"), FileTime.from(Instant.now()));

    assertThat(run("", "version").output()).doesNotContain("-XX:AOTCache");
  }

  private void cache(String name) throws IOException {
    var cache = Files.createFile(home.resolve("lib").resolve(name));
    Files.setLastModifiedTime(cache, FileTime.from(BUILT));
  }

  private Path copy(String name) throws IOException {
    var target = home.resolve(name);
    Files.createDirectories(target.getParent());
    return Files.copy(Path.of("src", "distribution").resolve(name), target);
  }

  private Path jdk(String name, String version) throws IOException {
    var jdk = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        jdk.resolve("release"),
        """
        IMPLEMENTOR="Somebody"
        JAVA_RUNTIME_VERSION="%s+8"
        JAVA_VERSION="%s"
        OS_ARCH="x86_64"
        OS_NAME="Linux"
        """
            .formatted(version, version));
    var java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        printf '[%s]\\n' "$@"
        cat
        exit 3
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return jdk;
  }

  private Run run(String input, String... arguments) throws Exception {
    return run("/usr/bin:/bin", input, List.of(arguments));
  }

  private Run run(String path, String input, List<String> arguments) throws Exception {
    var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(arguments);
    var errors = folder.resolve("errors");
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", path);
    var process = builder.start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, Files.readString(errors));
  }

  private record Run(int exitCode, String output, String errors) {
    String after(String option) {
      return output.substring(output.indexOf("[" + option + "]\n") + option.length() + 3);
    }
  }
}
