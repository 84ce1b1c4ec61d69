package dev.pannier.engine.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A revision in Helm's own format (pkg/release/v1/release.go, pkg/storage/driver/util.go): what
 * Helm wrote can be read, and Helm reads what this writes. Labels are kept beside a record, not in
 * it.
 */
public final class HelmRecord {

  private static final JsonStyle JSON = new JsonStyle(false, true, "");

  /** Where gzip says how hard it tried, and what Go writes there; Java leaves it 0. */
  private static final int EXTRA_FLAGS = 8;

  private static final byte SLOWEST = 2;

  private HelmRecord() {}

  /** A revision as a JSON object. */
  public static MapNode write(Release release) {
    Fields fields =
        new Fields()
            .put("name", release.name())
            .put("info", info(release.info()))
            .put("chart", ChartRecord.write(release.chart(), release.generated()))
            .putUnlessEmpty("config", release.config())
            .putUnlessEmpty("manifest", release.manifest())
            .putUnlessEmpty("hooks", release.hooks().stream().map(HookRecord::write).toList())
            .put("version", release.revision())
            .put("namespace", release.namespace());
    return fields.putUnlessEmpty("apply_method", release.applyMethod()).map();
  }

  /**
   * A revision of a JSON object. What is not there is empty; what nobody knows is left out.
   *
   * @param labels the labels beside the record that are the user's own
   * @param storeVersion what the store knows this state of the record by
   */
  public static Release read(MapNode record, Map<String, String> labels, String storeVersion) {
    ReleaseId id = ReleaseId.of(Fields.text(record, "namespace"), Fields.text(record, "name"));
    int revision = Fields.number(record, "version");
    List<RecordedHook> hooks = new ArrayList<>();
    for (MapNode hook : Fields.maps(record, "hooks")) {
      HookRecord.read(hook, id.name() + ".v" + revision).ifPresent(hooks::add);
    }
    return new Release(
        id,
        revision,
        readInfo(record.map("info")),
        ChartRecord.read(record.map("chart")),
        record.map("config"),
        ChartRecord.readGenerated(record.map("chart")),
        Fields.text(record, "manifest"),
        hooks,
        labels,
        Fields.text(record, "apply_method"),
        storeVersion);
  }

  /** A revision as Helm puts it into a Secret: JSON, gzipped, in base64. */
  public static String pack(Release release) {
    byte[] json = JsonWriter.write(write(release), JSON).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BestGzip gzip = new BestGzip(out)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] packed = out.toByteArray();
    packed[EXTRA_FLAGS] = SLOWEST;
    return Base64.getEncoder().encodeToString(packed);
  }

  /**
   * A revision of what Helm puts into a Secret.
   *
   * @param name what holds it, for messages
   * @throws dev.pannier.engine.problem.ChartException when it is no record
   */
  public static Release unpack(
      String name, String packed, Map<String, String> labels, String storeVersion) {
    return readable(name, () -> read(json(name, packed), labels, storeVersion));
  }

  /**
   * What a list tells of a revision that Helm put into a Secret.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is no record
   */
  public static ReleaseSummary summary(String name, String packed, Map<String, String> labels) {
    return readable(name, () -> summary(json(name, packed), labels));
  }

  private static ReleaseSummary summary(MapNode record, Map<String, String> labels) {
    MapNode info = record.map("info");
    MapNode chart = record.map("chart").map("metadata");
    return new ReleaseSummary(
        ReleaseId.of(Fields.text(record, "namespace"), Fields.text(record, "name")),
        Fields.number(record, "version"),
        Status.of(Fields.text(info, "status")),
        Fields.time(info, "last_deployed").orElse(Instant.EPOCH),
        Fields.text(info, "description"),
        Fields.text(chart, "name"),
        Fields.text(chart, "version"),
        Fields.text(chart, "appVersion"),
        labels);
  }

  private static MapNode json(String name, String packed) throws IOException {
    String json = new String(unzip(Base64.getDecoder().decode(packed)), StandardCharsets.UTF_8);
    if (JsonReader.read(new Source(name, json)) instanceof MapNode record) {
      return record;
    }
    throw new IOException("not a JSON object");
  }

  /** Reads what may be anything. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Whatever is wrong with a record, its name is what one needs to find and mend it. */
  private static <T> T readable(String name, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | IllegalArgumentException | ChartException e) {
      throw Problem.error("release.broken-record", "`" + name + "` holds no release record.")
          .hint("Take it back from a backup, or delete it if its revision is not needed.")
          .exception(e);
    }
  }

  /** Records older than Helm 2.0's compression are plain JSON; Helm tells them by the magic. */
  private static byte[] unzip(byte[] bytes) throws IOException {
    if (bytes.length < 3 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 0x08) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static MapNode info(ReleaseInfo info) {
    return new Fields()
        .put("first_deployed", info.firstDeployed().toString())
        .put("last_deployed", info.lastDeployed().toString())
        .putTime("deleted", info.deleted())
        .putUnlessEmpty("description", info.description())
        .putUnlessEmpty("status", info.status().word())
        .putUnlessEmpty("rollback_revision", info.rollbackRevision())
        .putUnlessEmpty("notes", info.notes())
        .map();
  }

  private static ReleaseInfo readInfo(MapNode info) {
    return new ReleaseInfo(
        Fields.time(info, "first_deployed").orElse(Instant.EPOCH),
        Fields.time(info, "last_deployed").orElse(Instant.EPOCH),
        Fields.time(info, "deleted"),
        Fields.text(info, "description"),
        Status.of(Fields.text(info, "status")),
        Fields.text(info, "notes"),
        Fields.number(info, "rollback_revision"));
  }

  /** Gzip at the level that Helm uses. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
