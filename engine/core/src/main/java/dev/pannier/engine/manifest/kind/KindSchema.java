package dev.pannier.engine.manifest.kind;

/**
 * The schema of a built-in kind.
 *
 * @param namespaced whether its objects live in a namespace, and not in the cluster as a whole
 * @param root its object as a whole
 */
public record KindSchema(String apiVersion, String kind, boolean namespaced, FieldSchema root) {

  static KindSchema of(KindEntry entry, Catalog catalog) {
    Field whole = Field.plain(entry.kind(), new FieldType.Named(entry.type()));
    return new KindSchema(
        entry.apiVersion(), entry.kind(), entry.namespaced(), new FieldSchema(catalog, whole));
  }
}
