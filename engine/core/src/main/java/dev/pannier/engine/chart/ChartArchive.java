package dev.pannier.engine.chart;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads the files of a chart's .tgz as a stream, into memory only: nothing is unpacked to the disk.
 * Refuses what Helm's reader refuses (pkg/chart/loader/archive), and links, devices and files that
 * come twice, which Helm lets pass.
 */
final class ChartArchive {

  private final String shown;
  private final LoadBudget budget;
  private final Problems problems;
  private final List<ChartFile> files = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  private ChartArchive(String shown, LoadBudget budget, Problems problems) {
    this.shown = shown;
    this.budget = budget;
    this.problems = problems;
  }

  /**
   * All files of an archive; the stream is left open.
   *
   * @param shown what people call the archive
   */
  static List<ChartFile> read(
      InputStream archive, String shown, LoadBudget budget, Problems problems) {
    ChartArchive reader = new ChartArchive(shown, budget, problems);
    try {
      reader.readAll(GunzippedChart.of(archive, budget.limits(), shown));
    } catch (ZipException e) {
      throw reader.broken("is not a gzipped tar archive", e);
    } catch (EOFException e) {
      throw reader.broken("ends too early", e);
    } catch (IOException e) {
      throw reader.broken("cannot be read: " + DiskReason.of(e), e);
    }
    return reader.files;
  }

  private RuntimeException broken(String what, IOException cause) {
    Problem problem =
        Problem.error("chart.archive-broken", "`" + shown + "` " + what + ".")
            .at(Source.named(shown).whole());
    return problem.hint(hint()).exception(cause);
  }

  private String hint() {
    return shown.endsWith(".yaml") || shown.endsWith(".yml")
        ? "It looks like a YAML file, and a chart is expected here; give a values file by `-f`."
        : "Give the folder of a chart or a .tgz file as `pannier package` makes it.";
  }

  private void readAll(InputStream tar) throws IOException {
    TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
    TarArchiveEntry entry = entries.getNextEntry();
    while (entry != null) {
      read(entry, entries);
      entry = entries.getNextEntry();
    }
  }

  private void read(TarArchiveEntry entry, InputStream content) throws IOException {
    String name = EntryPath.printable(entry.getName());
    budget.countFile(ChartFile.join(shown, name));
    if (entry.isSymbolicLink() || entry.isLink()) {
      refuse("chart.archive-link", name, "is a link to `" + entry.getLinkName() + "`");
      return;
    }
    boolean folder = entry.isDirectory();
    if (!folder && !isPlain(entry)) {
      refuse("chart.archive-irregular", name, "is neither a file nor a folder");
      return;
    }
    EntryPath path = EntryPath.of(entry.getName());
    if (folder && path.path().isEmpty() && !entry.getName().contains("..")) {
      return;
    }
    if (!path.fault().isEmpty()) {
      refuse("chart.archive-path", name, path.fault());
    } else if (!folder) {
      add(path.path(), name, entry.getSize(), content);
    }
  }

  private static boolean isPlain(TarArchiveEntry entry) {
    byte kind = entry.getLinkFlag();
    return !entry.isSparse()
        && (kind == TarConstants.LF_NORMAL
            || kind == TarConstants.LF_OLDNORM
            || kind == TarConstants.LF_CONTIG);
  }

  private void refuse(String code, String name, String why) {
    problems.add(
        Problem.error(code, "The entry `" + name + "` of the archive " + why + ".")
            .at(Source.named(shown).whole())
            .hint(
                "Pack the chart again by `pannier package`; if it is not yours, do not trust it."));
  }

  private void add(String path, String name, long size, InputStream content) throws IOException {
    if (!budget.fits(size)) {
      problems.add(budget.tooLarge(ChartFile.join(shown, path), size));
      return;
    }
    byte[] bytes = content.readNBytes((int) size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    budget.countBytes(ChartFile.join(shown, path), size);
    if (paths.add(path)) {
      files.add(ChartFile.of(shown, path, bytes));
    } else {
      refuse("chart.archive-duplicate", name, "is there twice");
    }
  }
}
