package dev.pannier.cli.output;

import java.nio.file.Path;

/** Names of files as they are shown. */
public final class DisplayPath {
  private DisplayPath() {}

  /** An absolute path relative to a directory where that is shorter; any other name as it is. */
  public static String of(String name, Path directory) {
    if (!name.startsWith("/")) {
      return name;
    }
    try {
      String relative = directory.toAbsolutePath().relativize(Path.of(name)).toString();
      return !relative.isEmpty() && relative.length() < name.length() ? relative : name;
    } catch (IllegalArgumentException _) {
      // No path at all, or one of another root.
      return name;
    }
  }
}
