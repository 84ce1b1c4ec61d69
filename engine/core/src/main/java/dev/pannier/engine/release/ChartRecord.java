package dev.pannier.engine.release;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartLock;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The chart within a record (Helm's pkg/chart/v2/chart.go). Subcharts are not recorded. */
final class ChartRecord {

  /**
   * What {@code generated} computed. An annotation, because Helm keeps those when it writes a
   * record anew, and drops fields that it does not know.
   */
  private static final String GENERATED = "pannier.dev/generated";

  private static final String NO_TIME = "0001-01-01T00:00:00Z";

  private ChartRecord() {}

  static MapNode write(Chart chart, MapNode generated) {
    MapNode metadata = MetadataRecord.write(chart.metadata());
    if (!generated.isEmpty()) {
      MapNode annotations =
          metadata.map("annotations").with(GENERATED, Node.of(JsonWriter.write(generated)));
      metadata = metadata.with("annotations", annotations);
    }
    List<ChartFile> files = new ArrayList<>(chart.crds());
    files.addAll(chart.files());
    return new Fields()
        .put("metadata", metadata)
        .put("lock", chart.lock().<Node>map(ChartRecord::lock).orElse(NullNode.NULL))
        .put("templates", files(chart.templates()))
        .put("values", chart.values())
        .put("schema", chart.schema().<Node>map(ChartRecord::data).orElse(NullNode.NULL))
        .put("schemamodtime", NO_TIME)
        .put("files", files(files))
        .put("modtime", NO_TIME)
        .map();
  }

  static Chart read(MapNode chart) {
    MapNode metadata = chart.map("metadata");
    MapNode annotations = metadata.map("annotations").without(GENERATED);
    metadata =
        annotations.isEmpty()
            ? metadata.without("annotations")
            : metadata.with("annotations", annotations);
    List<ChartFile> crds = new ArrayList<>();
    List<ChartFile> files = new ArrayList<>();
    for (ChartFile file : readFiles(chart, "files")) {
      (file.path().startsWith("crds/") ? crds : files).add(file);
    }
    Optional<ChartFile> schema =
        Fields.text(chart, "schema").isEmpty()
            ? Optional.empty()
            : Optional.of(readFile("values.schema.json", Fields.text(chart, "schema")));
    return new Chart(
        MetadataRecord.read(metadata),
        chart.map("values"),
        Optional.empty(),
        schema,
        readLock(chart.map("lock")),
        readFiles(chart, "templates"),
        crds,
        files,
        List.of());
  }

  static MapNode readGenerated(MapNode chart) {
    String json = Fields.text(chart.map("metadata").map("annotations"), GENERATED);
    if (json.isEmpty()) {
      return MapNode.EMPTY;
    }
    return JsonReader.read(new Source(GENERATED, json)) instanceof MapNode map
        ? map
        : MapNode.EMPTY;
  }

  private static List<MapNode> files(List<ChartFile> files) {
    List<MapNode> all = new ArrayList<>(files.size());
    for (ChartFile file : files) {
      all.add(
          new Fields()
              .put("name", file.path())
              .put("data", data(file))
              .put("modtime", NO_TIME)
              .map());
    }
    return all;
  }

  private static Node data(ChartFile file) {
    return Node.of(Base64.getEncoder().encodeToString(file.bytes()));
  }

  private static List<ChartFile> readFiles(MapNode chart, String key) {
    List<ChartFile> files = new ArrayList<>();
    for (MapNode file : Fields.maps(chart, key)) {
      files.add(readFile(Fields.text(file, "name"), Fields.text(file, "data")));
    }
    return files;
  }

  private static ChartFile readFile(String path, String data) {
    return new ChartFile(path, path, Base64.getDecoder().decode(data));
  }

  private static MapNode lock(ChartLock lock) {
    List<MapNode> dependencies = new ArrayList<>();
    for (ChartLock.Entry entry : lock.dependencies()) {
      dependencies.add(
          new Fields()
              .put("name", entry.name())
              .put("version", entry.version())
              .put("repository", entry.repository())
              .map());
    }
    return new Fields()
        .put("generated", lock.generated().isEmpty() ? NO_TIME : lock.generated())
        .put("digest", lock.digest())
        .put("dependencies", dependencies)
        .map();
  }

  private static Optional<ChartLock> readLock(MapNode lock) {
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    List<ChartLock.Entry> entries = new ArrayList<>();
    for (MapNode entry : Fields.maps(lock, "dependencies")) {
      entries.add(
          new ChartLock.Entry(
              Fields.text(entry, "name"),
              Fields.text(entry, "version"),
              Fields.text(entry, "repository")));
    }
    return Optional.of(
        new ChartLock(entries, Fields.text(lock, "digest"), Fields.text(lock, "generated")));
  }
}
