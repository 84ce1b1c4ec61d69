package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The tar inside a .tgz, cut off as soon as it proves to be far larger than the archive: what is
 * skipped counts too, and what hides in the headers.
 */
final class GunzippedChart extends FilterInputStream {

  /** What tar adds to a file: its header, a long name, and what fills the last block. */
  private static final long TAR_BYTES_PER_FILE = 2048;

  private static final int BUFFER = 8192;

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  private final Counted compressed;
  private final LoadLimits limits;
  private final String shown;
  private long count;

  private GunzippedChart(Counted compressed, LoadLimits limits, String shown) throws IOException {
    super(new GZIPInputStream(compressed, BUFFER));
    this.compressed = compressed;
    this.limits = limits;
    this.shown = shown;
  }

  static GunzippedChart of(InputStream archive, LoadLimits limits, String shown)
      throws IOException {
    return new GunzippedChart(new Counted(archive), limits, shown);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count += Math.max(read, 0);
    check();
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    byte[] away = new byte[(int) Math.min(length, BUFFER)];
    long skipped = 0;
    while (skipped < length) {
      int read = read(away, 0, (int) Math.min(length - skipped, away.length));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() {
    if (count > limits.totalBytes() + limits.files() * TAR_BYTES_PER_FILE) {
      throw tooLarge("holds more than " + LoadLimits.shown(limits.totalBytes())).exception();
    }
    if (count > LoadLimits.RATIO_COUNTS_FROM && count > compressed.count * limits.ratio()) {
      throw tooLarge("unpacks to more than " + limits.ratio() + " times its size").exception();
    }
  }

  private Problem tooLarge(String what) {
    return Problem.error("chart.archive-bomb", "The archive `" + shown + "` " + what + ".")
        .hint("No chart does. Do not trust where it comes from.");
  }
}
