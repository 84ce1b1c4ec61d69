package dev.pannier.cli;

import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The codes of problems in compiled classes: every string constant that looks like one. What looks
 * like a code and is none is told by what it begins or ends with.
 */
final class ProblemCodes {
  private static final Pattern CODE =
      Pattern.compile("[a-z]+(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final List<String> FILES_AND_HOSTS =
      List.of(
          ".yaml",
          ".yml",
          ".json",
          ".txt",
          ".err",
          ".md",
          ".lock",
          ".hbs",
          ".conf",
          ".tgz",
          ".xml",
          ".invalid",
          ".crt");
  private static final List<String> FIELDS_AND_PROPERTIES =
      List.of("metadata.", "spec.", "status.", "java.", "os.", "user.", "line.", "pannier.");

  private ProblemCodes() {}

  static Set<String> ofEngineAndCli() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Class<?> one : List.of(Problem.class, Main.class)) {
      try (Stream<Path> files = Files.walk(root(one))) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(file -> add(file, codes));
      }
    }
    return codes;
  }

  private static Path root(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Path file, Set<String> codes) {
    try {
      ClassModel model = ClassFile.of().parse(file);
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof StringEntry text && isCode(text.stringValue())) {
          codes.add(text.stringValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCode(String text) {
    return CODE.matcher(text).matches()
        && FILES_AND_HOSTS.stream().noneMatch(text::endsWith)
        && FIELDS_AND_PROPERTIES.stream().noneMatch(text::startsWith);
  }
}
