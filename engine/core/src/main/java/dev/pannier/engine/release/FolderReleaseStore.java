package dev.pannier.engine.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps each record as a file of JSON: {@code releases/NAMESPACE/NAME/v3.json} with Helm's record
 * and the labels beside it, {@code journal.json}, and {@code lock}. Several processes may share the
 * folder.
 */
public final class FolderReleaseStore implements ReleaseStore {

  private final Path root;

  /**
   * A store in a folder, which need not be there yet.
   *
   * @param root the folder of {@code releases}
   */
  public FolderReleaseStore(Path root) {
    this.root = root.resolve("releases");
  }

  @Override
  public ReleaseLock lock(ReleaseId id, LockHolder holder) {
    try {
      return FileLock.take(folder(id), id, holder);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Optional<LockHolder> holder(ReleaseId id) {
    try {
      return FileLock.holder(folder(id));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public History history(ReleaseId id) {
    return new History(revisions(folder(id)));
  }

  @Override
  public ReleaseList list(String namespace) {
    List<ReleaseSummary> latest = new ArrayList<>();
    for (Path folder : namespace.isEmpty() ? entries(root) : List.of(root.resolve(namespace))) {
      for (Path release : entries(folder)) {
        new History(revisions(release)).latest().map(ReleaseSummary::of).ifPresent(latest::add);
      }
    }
    return new ReleaseList(latest, List.of());
  }

  @Override
  public Release create(Release release) {
    if (Files.exists(file(release.id(), release.revision()))) {
      throw Refusals.exists(release);
    }
    return put(release.storedAs("1"));
  }

  @Override
  public Release update(Release release) {
    Path file = file(release.id(), release.revision());
    Optional<Release> stored = Files.exists(file) ? read(file) : Optional.empty();
    if (stored.isEmpty() || !stored.get().storeVersion().equals(release.storeVersion())) {
      throw Refusals.changed(release);
    }
    return put(release.storedAs(Long.toString(Long.parseLong(release.storeVersion()) + 1)));
  }

  private Release put(Release release) {
    MapNode content =
        new Fields()
            .put("storeVersion", release.storeVersion())
            .put("labels", release.labels())
            .put("release", HelmRecord.write(release))
            .map();
    write(file(release.id(), release.revision()), content);
    return release;
  }

  @Override
  public void delete(ReleaseId id, int revision) {
    try {
      DurableFile.delete(file(id, revision));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Journal journal(ReleaseId id) {
    return readMap(journalFile(id))
        .map(content -> JournalRecord.read(content, Fields.text(content, "storeVersion")))
        .orElse(Journal.EMPTY);
  }

  @Override
  public Journal write(ReleaseId id, Journal journal) {
    if (!journal(id).storeVersion().equals(journal.storeVersion())) {
      throw Refusals.journalChanged(id);
    }
    if (journal.isEmpty()) {
      return forget(id);
    }
    Journal next = journal.storedAs(Long.toString(1 + versionNumber(journal.storeVersion())));
    MapNode content = JournalRecord.write(next);
    write(journalFile(id), content.with("storeVersion", Node.of(next.storeVersion())));
    return next;
  }

  private Journal forget(ReleaseId id) {
    try {
      DurableFile.delete(journalFile(id));
      return Journal.EMPTY;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static long versionNumber(String version) {
    return version.isEmpty() ? 0 : Long.parseLong(version);
  }

  private void write(Path file, Node content) {
    try {
      DurableFile.write(file, JsonWriter.write(content, JsonStyle.PRETTY) + "\n");
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private List<Release> revisions(Path folder) {
    List<Release> revisions = new ArrayList<>();
    for (Path file : entries(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("v") && name.endsWith(".json")) {
        read(file).ifPresent(revisions::add);
      }
    }
    return revisions;
  }

  private Optional<Release> read(Path file) {
    return readMap(file)
        .map(content ->
            HelmRecord.read(
                content.map("release"),
                Fields.textMap(content.map("labels")),
                Fields.text(content, "storeVersion")));
  }

  private Optional<MapNode> readMap(Path file) {
    try {
      Source source = new Source(file.toString(), Files.readString(file));
      return JsonReader.read(source) instanceof MapNode map ? Optional.of(map) : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Path folder(ReleaseId id) {
    return root.resolve(id.namespace()).resolve(id.name().value());
  }

  private Path journalFile(ReleaseId id) {
    return folder(id).resolve("journal.json");
  }

  private Path file(ReleaseId id, int revision) {
    return folder(id).resolve("v" + revision + ".json");
  }

  private ChartException unusable(IOException cause) {
    return Problem.error(
            "release.store-unusable",
            "The release store in `" + root + "` cannot be used: " + DiskReason.of(cause) + ".")
        .hint("Check that the folder can be written and that the disk is not full.")
        .exception(cause);
  }
}
