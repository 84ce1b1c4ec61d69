package dev.pannier.engine.manifest;

/**
 * What a resource is known by.
 *
 * @param namespace empty where the manifest names none
 */
public record ResourceId(String apiVersion, String kind, String namespace, String name) {

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The same resource in another namespace. */
  public ResourceId in(String other) {
    return new ResourceId(apiVersion, kind, other, name);
  }

  /** {@code Deployment/web}, as kubectl and people write it. */
  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
