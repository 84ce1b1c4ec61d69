package dev.pannier.engine.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Charts for tests: files in a folder, and archives that no honest tool would write. */
final class ChartFiles {

  /** The smallest Chart.yaml. */
  static final String CHART_YAML =
      """
      apiVersion: v2
      name: web
      version: 1.2.3
      """;

  private ChartFiles() {}

  /** Writes a file of a chart, its folders too. */
  static void write(Path root, String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Chart.yaml of a name and a version. */
  static String chartYaml(String name, String version) {
    return "apiVersion: v2\nname: " + name + "\nversion: " + version + "\n";
  }

  /** A Chart.yaml that asks for charts in the folders beside its own. */
  static String chartYaml(String name, String version, String... neighbours) {
    StringBuilder text = new StringBuilder(chartYaml(name, version)).append("dependencies:\n");
    for (String neighbour : neighbours) {
      text.append("  - name: ").append(neighbour).append('\n');
      text.append("    repository: file://../").append(neighbour).append('\n');
    }
    return text.toString();
  }

  /** An archive as its entries are written. */
  static byte[] archive(Consumer<Tar> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tar tar = new Tar(new TarArchiveOutputStream(bytes, "UTF-8"))) {
      content.accept(tar);
    }
    return gzip(bytes.toByteArray());
  }

  /** The SHA-256 sum of bytes, in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes, gzipped. */
  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes entries of a tar archive. */
  record Tar(TarArchiveOutputStream out) implements AutoCloseable {

    Tar {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    void file(String name, String text) {
      file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, byte[] bytes) {
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setSize(bytes.length);
      entry(entry, bytes);
    }

    void link(String name, byte kind, String target) {
      TarArchiveEntry entry = new TarArchiveEntry(name, kind);
      entry.setLinkName(target);
      entry(entry, new byte[0]);
    }

    void special(String name, byte kind) {
      entry(new TarArchiveEntry(name, kind), new byte[0]);
    }

    private void entry(TarArchiveEntry entry, byte[] bytes) {
      try {
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
