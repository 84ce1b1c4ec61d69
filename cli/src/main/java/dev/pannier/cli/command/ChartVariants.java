package dev.pannier.cli.command;

import dev.pannier.cli.output.Shell;
import dev.pannier.engine.ValuesVariant;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.values.UserValues;
import dev.pannier.engine.values.ValuesFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The values that a chart's folder holds beside its defaults: for environments and for tests. */
final class ChartVariants {
  private final Shell shell;
  private final String reference;
  private final List<ValuesVariant> variants = new ArrayList<>();

  private ChartVariants(Shell shell, String reference) {
    this.shell = shell;
    this.reference = reference;
  }

  /**
   * Reads each values-NAME.yaml and the values.yaml of each folder in tests/, but for tests that
   * are to fail. An archive has none.
   *
   * @param problems what cannot be read
   */
  static List<ValuesVariant> of(Shell shell, String reference, Problems problems) {
    Path folder = shell.path(reference);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    ChartVariants found = new ChartVariants(shell, reference);
    for (Path file : found.list(folder, problems)) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("values-") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        found.add(name, false);
      }
    }
    for (Path test : found.list(folder.resolve("tests"), problems)) {
      if (Files.exists(test.resolve("values.yaml"))
          && !Files.exists(test.resolve("expected.err"))) {
        found.add("tests/" + test.getFileName() + "/values.yaml", true);
      }
    }
    return found.variants;
  }

  private List<Path> list(Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      String why = DiskReason.of(e);
      problems.add(
          Problem.error("values.unreadable", "`" + folder + "` cannot be read: " + why + "."));
      return List.of();
    }
  }

  private void add(String path, boolean isTest) {
    String file = reference.equals(".") ? path : reference + "/" + path;
    String shown = file.replace("//", "/");
    variants.add(
        new ValuesVariant(
            path,
            UserValues.read(List.of(new ValuesFlag.File(shown)), new ValueSources(shell)),
            isTest));
  }
}
