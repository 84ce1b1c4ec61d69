package dev.pannier.engine.chart;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files of a chart's folder that .helmignore does not leave out, in the order of their
 * names. Links are followed as Helm does, but not out of the chart's folder.
 */
final class ChartFolder {

  private final Path realRoot;
  private final String shown;
  private final LoadBudget budget;
  private final Problems problems;
  private final IgnoreRules rules;
  private final List<ChartFile> files = new ArrayList<>();

  /** The folders that lead to where the walk stands, links resolved. */
  private final List<Path> above = new ArrayList<>();

  private ChartFolder(Path root, String shown, LoadBudget budget, Problems problems)
      throws IOException {
    this.realRoot = root.toRealPath();
    this.shown = shown;
    this.budget = budget;
    this.problems = problems;
    Path ignoreFile = root.resolve(".helmignore");
    this.rules =
        Files.isRegularFile(ignoreFile)
            ? IgnoreRules.parse(
                file(".helmignore", Files.readAllBytes(ignoreFile)).source(), problems)
            : IgnoreRules.builtIn();
  }

  /**
   * All files of a folder.
   *
   * @param shown what people call the folder
   */
  static List<ChartFile> read(Path folder, String shown, LoadBudget budget, Problems problems) {
    try {
      ChartFolder reader = new ChartFolder(folder, shown, budget, problems);
      reader.walk(folder, reader.realRoot, "");
      return reader.files;
    } catch (IOException | DirectoryIteratorException e) {
      throw unreadable(shown, e).exception(e);
    }
  }

  /** The names of what lies in a folder, sorted; none where it cannot be listed. */
  static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(name(entry)));
    } catch (IOException unlisted) {
      // The names only serve a suggestion: without them, there is none.
      return List.of();
    }
    names.sort(null);
    return names;
  }

  private static Problem unreadable(String shownPath, Exception e) {
    return Problem.error(
            "chart.unreadable", "`" + shownPath + "` cannot be read: " + DiskReason.of(e) + ".")
        .at(Source.named(shownPath).whole());
  }

  private void walk(Path folder, Path real, String prefix) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    entries.sort((a, b) -> name(a).compareTo(name(b)));
    above.add(real);
    for (Path entry : entries) {
      visit(entry, real, prefix + name(entry));
    }
    above.removeLast();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void visit(Path entry, Path realParent, String path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        visitLink(entry, path);
      } else {
        visit(entry, realParent.resolve(entry.getFileName()), attributes, path);
      }
    } catch (IOException e) {
      problems.add(unreadable(shown(path), e));
    }
  }

  private void visitLink(Path link, String path) throws IOException {
    if (!Files.exists(link)) {
      if (!rules.ignores(path, false)) {
        problems.add(
            linkProblem("chart.link-broken", path, "leads nowhere")
                .hint("Remove it, or leave it out by .helmignore."));
      }
      return;
    }
    Path target = link.toRealPath();
    BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
    if (rules.ignores(path, attributes.isDirectory())) {
      return;
    }
    if (!target.startsWith(realRoot)) {
      problems.add(
          linkProblem("chart.link-outside", path, "leads out of the chart, to `" + target + "`")
              .hint("Copy what it points to into the chart, or leave it out by .helmignore."));
    } else if (above.contains(target)) {
      problems.add(
          linkProblem("chart.link-loop", path, "leads back to a folder that it lies in")
              .hint("Remove it, or leave it out by .helmignore."));
    } else {
      visit(link, target, attributes, path);
    }
  }

  private Problem linkProblem(String code, String path, String what) {
    return Problem.error(code, "The link `" + shown(path) + "` " + what + ".")
        .at(Source.named(shown(path)).whole());
  }

  private void visit(Path entry, Path real, BasicFileAttributes attributes, String path)
      throws IOException {
    if (rules.ignores(path, attributes.isDirectory())) {
      return;
    }
    budget.countFile(shown(path));
    if (attributes.isDirectory()) {
      walk(entry, real, path + "/");
    } else if (!attributes.isRegularFile()) {
      problems.add(
          Problem.error(
                  "chart.irregular-file",
                  "`"
                      + shown(path)
                      + "` is neither a file nor a folder, but a pipe, a device or a socket.")
              .at(Source.named(shown(path)).whole())
              .hint("Remove it, or leave it out by .helmignore."));
    } else if (!budget.fits(attributes.size())) {
      problems.add(budget.tooLarge(shown(path), attributes.size()));
    } else {
      byte[] bytes = Files.readAllBytes(entry);
      budget.countBytes(shown(path), bytes.length);
      files.add(file(path, bytes));
    }
  }

  private String shown(String path) {
    return ChartFile.join(shown, path);
  }

  private ChartFile file(String path, byte[] bytes) {
    return ChartFile.of(shown, path, bytes);
  }
}
