package dev.pannier.engine.chart;

/**
 * How much of a chart is read at most; the sizes are Helm's (pkg/chart/loader/archive).
 *
 * @param totalBytes all files together, subcharts and what archives hold among them
 * @param fileBytes one file
 * @param files how many files and folders
 * @param ratio how many times larger than the archive its content may be, where that is more than a
 *     few megabytes
 */
record LoadLimits(long totalBytes, long fileBytes, int files, int ratio) {

  private static final long MEBIBYTE = 1024 * 1024;

  static final LoadLimits STANDARD = new LoadLimits(100 * MEBIBYTE, 5 * MEBIBYTE, 10_000, 200);

  /** Content that is this small is no bomb, however well it compresses. */
  static final long RATIO_COUNTS_FROM = 4 * MEBIBYTE;

  /** A size as people say it. */
  static String shown(long bytes) {
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
  }
}
