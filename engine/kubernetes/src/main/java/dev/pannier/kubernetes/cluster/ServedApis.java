package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.Capabilities;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server serves, as far as it was asked. Immutable.
 *
 * @param version of the server; empty where it was not asked for all
 * @param kinds by group and version, then by name
 */
record ServedApis(String version, Map<String, Map<String, ServedKind>> kinds) {

  static final ServedApis UNKNOWN = new ServedApis("", Map.of());

  ServedApis {
    kinds = Map.copyOf(kinds);
  }

  /** Whether all of it is known, and not only what was asked for. */
  boolean isWhole() {
    return !version.isEmpty();
  }

  Optional<ServedKind> find(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.getOrDefault(apiVersion, Map.of()).get(kind));
  }

  /** With what is served now of a group and version. */
  ServedApis with(String apiVersion, Map<String, ServedKind> served) {
    Map<String, Map<String, ServedKind>> changed = new HashMap<>(kinds);
    if (served.isEmpty()) {
      changed.remove(apiVersion);
    } else {
      changed.put(apiVersion, Map.copyOf(served));
    }
    return new ServedApis(version, changed);
  }

  Capabilities capabilities() {
    Set<String> versions = new LinkedHashSet<>();
    kinds.forEach((apiVersion, served) -> {
      versions.add(apiVersion);
      served.keySet().forEach(kind -> versions.add(apiVersion + "/" + kind));
    });
    return new Capabilities(version, versions);
  }
}
