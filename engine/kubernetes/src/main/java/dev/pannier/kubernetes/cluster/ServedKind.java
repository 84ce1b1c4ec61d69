package dev.pannier.kubernetes.cluster;

import dev.pannier.kubernetes.api.ApiPath;

/**
 * A kind that a server has.
 *
 * @param plural its name in paths: {@code deployments}
 */
record ServedKind(String apiVersion, String kind, String plural, boolean namespaced) {

  String collection(String namespace) {
    return ApiPath.collection(apiVersion, namespaced ? namespace : "", plural);
  }

  String object(String namespace, String name) {
    return ApiPath.object(apiVersion, namespaced ? namespace : "", plural, name);
  }
}
