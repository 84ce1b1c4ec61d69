package dev.pannier.engine.chart;

import java.util.List;

/**
 * Chart.lock: the dependencies as resolved.
 *
 * @param digest what Helm hashes of the request and the resolution, {@code sha256:…}
 * @param generated when, as written
 */
public record ChartLock(List<Entry> dependencies, String digest, String generated) {

  /** One dependency as resolved. */
  public record Entry(String name, String version, String repository) {}
}
