package dev.pannier.kubernetes.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where an API server has its things. */
public final class ApiPath {

  private ApiPath() {}

  /**
   * The objects of a kind.
   *
   * @param apiVersion {@code v1}, {@code apps/v1}
   * @param namespace empty for those of all namespaces, and for kinds that live in none
   * @param plural {@code secrets}
   */
  public static String collection(String apiVersion, String namespace, String plural) {
    StringBuilder path = new StringBuilder(root(apiVersion));
    if (!namespace.isEmpty()) {
      path.append("/namespaces/").append(segment(namespace));
    }
    return path.append('/').append(segment(plural)).toString();
  }

  /** One object. */
  public static String object(String apiVersion, String namespace, String plural, String name) {
    return collection(apiVersion, namespace, plural) + "/" + segment(name);
  }

  /** A group and version: {@code /apis/apps/v1}. */
  public static String root(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? "/api/" + segment(apiVersion)
        : "/apis/"
            + segment(apiVersion.substring(0, slash))
            + "/"
            + segment(apiVersion.substring(slash + 1));
  }

  /** A text as a part of a path: no text can leave its part. */
  static String segment(String text) {
    if (text.equals(".") || text.equals("..")) {
      return text.replace(".", "%2E");
    }
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
