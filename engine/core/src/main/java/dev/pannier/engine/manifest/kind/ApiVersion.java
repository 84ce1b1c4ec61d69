package dev.pannier.engine.manifest.kind;

import java.util.Comparator;

/** The order and the parts of API versions. */
final class ApiVersion {

  /** Stable ones last, and of equally stable ones the newest: what to advise is the maximum. */
  static final Comparator<String> BY_STABILITY =
      Comparator.comparingInt(ApiVersion::stability)
          .thenComparing(ApiVersion::version)
          .thenComparing(Comparator.reverseOrder());

  private ApiVersion() {}

  /** The group; empty for the core group. */
  static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String version(String apiVersion) {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  private static int stability(String apiVersion) {
    String version = version(apiVersion);
    if (version.contains("alpha")) {
      return 0;
    }
    return version.contains("beta") ? 1 : 2;
  }
}
