package dev.pannier.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the README and the pages under docs/ show in {@code console} blocks, as a reader would:
 * in a folder that holds {@code charts/}, one shell a page. {@code -Dgoldens.update=true} writes
 * what was really printed into the pages.
 */
class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String MARK = "@@@ next command @@@";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> what_the_pages_show_is_what_happens() throws IOException {
    return pages().stream()
        .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> check(page)));
  }

  @Test
  void the_pages_show_something() throws IOException {
    int shown = 0;
    for (Path page : pages()) {
      shown += new ConsolePage(Files.readString(page)).commands().size();
    }
    assertThat(shown).isGreaterThan(10);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages = new ArrayList<>();
      pages.add(ROOT.resolve("README.md"));
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      return pages;
    }
  }

  private void check(Path file) throws IOException, InterruptedException {
    ConsolePage page = new ConsolePage(Files.readString(file));
    if (page.commands().isEmpty()) {
      return;
    }
    List<String> outputs = run(page.commands(), ROOT.relativize(file).toString());
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String shown = page.output(page.commands().get(i));
      boolean same = Masks.mask(shown).equals(Masks.mask(outputs.get(i)));
      kept.add(same ? shown : outputs.get(i));
    }
    if (Boolean.getBoolean("goldens.update")) {
      Files.writeString(file, page.with(kept));
    } else {
      assertThat(page.with(kept)).isEqualTo(Files.readString(file));
    }
  }

  private List<String> run(List<ConsolePage.Command> commands, String name)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(folder.resolve(name));
    copy(ROOT.resolve("charts"), work.resolve("charts"));
    Path bin = Files.createDirectories(folder.resolve(name + ".bin"));
    command(bin.resolve("pannier"));
    command(work.resolve("pannier"));
    StringBuilder script = new StringBuilder();
    for (ConsolePage.Command command : commands) {
      script.append("echo '").append(MARK).append("'\n").append(command.text()).append('\n');
    }
    Path file = Files.writeString(folder.resolve(name + ".sh"), script);
    ProcessBuilder builder = new ProcessBuilder("sh", file.toString()).directory(work.toFile());
    builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("TZ", "UTC");
    builder.environment().keySet().removeIf(DocumentationTest::tellsOfClusters);
    builder.environment().put("HOME", folder.toString());
    Process shell = builder.start();
    String printed = read(shell.getInputStream());
    shell.waitFor();
    List<String> outputs = new ArrayList<>();
    for (String output : printed.substring(MARK.length()).split(MARK, -1)) {
      outputs.add(output.strip().isEmpty() ? "" : output.substring(1).stripTrailing());
    }
    return outputs;
  }

  private static boolean tellsOfClusters(String variable) {
    return variable.startsWith("PANNIER_")
        || variable.startsWith("HELM_")
        || variable.startsWith("KUBE");
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void command(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        file,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' dev.pannier.cli.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path")));
    file.toFile().setExecutable(true);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
