package dev.pannier.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java sources of the whole repository, seen from this module's folder. */
final class SourceTree {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private SourceTree() {}

  static List<Path> javaFiles() throws IOException {
    try (var files = Files.find(ROOT, 40, (file, _) -> isSource(ROOT.relativize(file)))) {
      return files.sorted().toList();
    }
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isSource(Path relative) {
    if (!relative.toString().endsWith(".java")) {
      return false;
    }
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().equals("target")) {
        return false;
      }
    }
    return true;
  }
}
