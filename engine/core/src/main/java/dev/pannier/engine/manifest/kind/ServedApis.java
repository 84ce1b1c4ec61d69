package dev.pannier.engine.manifest.kind;

import java.util.LinkedHashSet;
import java.util.Set;

/** What an API server serves by default. */
public final class ServedApis {

  private ServedApis() {}

  /**
   * The API versions of a release, and each with its kinds: {@code apps/v1} and {@code
   * apps/v1/Deployment}. Of a release that is older or newer than those known, of the nearest.
   *
   * @param kubeVersion as clusters tell it: {@code v1.29.3}
   */
  public static Set<String> at(String kubeVersion) {
    KubeVersion version = KubeVersion.of(kubeVersion);
    Set<String> apis = new LinkedHashSet<>();
    // a text of its own, for templates shall not wait for all schemas
    for (String line : SchemaText.resource("served.txt").split("\n")) {
      String[] words = line.split(" ", 3);
      if (!line.startsWith("#") && (words.length < 3 || Span.read(words[2]).has(version))) {
        apis.add(words[0]);
        for (String kind : words[1].split(",")) {
          apis.add(words[0] + "/" + kind);
        }
      }
    }
    return apis;
  }
}
