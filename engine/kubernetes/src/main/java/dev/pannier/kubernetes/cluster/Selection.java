package dev.pannier.kubernetes.cluster;

import dev.pannier.kubernetes.api.ApiRequest;

/**
 * Objects of a kind.
 *
 * @param namespace empty for all, and for kinds that live in none
 * @param labels a selector; empty for all
 * @param name of the only object; empty for all
 */
record Selection(ServedKind kind, String namespace, String labels, String name) {

  /** All of a namespace. */
  static Selection of(ServedKind kind, String namespace) {
    return new Selection(kind, namespace, "", "");
  }

  Selection labelled(String selector) {
    return new Selection(kind, namespace, selector, name);
  }

  Selection named(String only) {
    return new Selection(kind, namespace, labels, only);
  }

  ApiRequest request() {
    ApiRequest request = ApiRequest.get(kind.collection(namespace));
    if (!labels.isEmpty()) {
      request = request.with("labelSelector", labels);
    }
    return name.isEmpty() ? request : request.with("fieldSelector", "metadata.name=" + name);
  }

  /** {@code `Pod` in namespace `web`}. */
  @Override
  public String toString() {
    String place = namespace.isEmpty() ? "" : " in namespace `" + namespace + "`";
    return "`" + kind.kind() + "`" + place;
  }
}
