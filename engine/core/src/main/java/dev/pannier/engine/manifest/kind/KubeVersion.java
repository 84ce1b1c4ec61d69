package dev.pannier.engine.manifest.kind;

/**
 * A minor release of Kubernetes 1: what tells which kinds and fields there are.
 *
 * @param minor 29 of {@code v1.29.3}
 */
public record KubeVersion(int minor) implements Comparable<KubeVersion> {

  private static final int AFTER_ALL = 999;

  /**
   * Reads a version as clusters tell it: {@code v1.29.3}, {@code 1.29}, {@code v1.29+}, {@code
   * v1.30.1-eks.2}. One that cannot be read, and one of another Kubernetes than 1, is after all
   * that are known.
   */
  public static KubeVersion of(String version) {
    int at = version.startsWith("v") ? 1 : 0;
    int dot = version.indexOf('.', at);
    if (dot < 0 || !version.substring(at, dot).equals("1")) {
      return new KubeVersion(AFTER_ALL);
    }
    int end = dot + 1;
    while (end < version.length() && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return end == dot + 1 || end - dot > 4
        ? new KubeVersion(AFTER_ALL)
        : new KubeVersion(Integer.parseInt(version, dot + 1, end, 10));
  }

  @Override
  public int compareTo(KubeVersion other) {
    return Integer.compare(minor, other.minor);
  }

  /** {@code 1.29}. */
  @Override
  public String toString() {
    return "1." + minor;
  }
}
