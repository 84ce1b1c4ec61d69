package dev.pannier.engine.chart;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a .tgz that tells nothing of the machine and the moment it was written at. */
final class ChartTar implements AutoCloseable {

  private static final int MODE = 0100644;

  private static final class LeftOpen extends FilterOutputStream {

    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private final TarArchiveOutputStream tar;
  private final Instant time;

  ChartTar(OutputStream out, Instant time) throws IOException {
    this.tar = new TarArchiveOutputStream(new GZIPOutputStream(new LeftOpen(out)), "UTF-8");
    this.time = time.truncatedTo(ChronoUnit.SECONDS);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  void file(String path, byte[] bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(bytes.length);
    entry.setMode(MODE);
    entry.setModTime(time.toEpochMilli());
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
