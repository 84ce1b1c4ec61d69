package dev.pannier.engine.manifest.kind;

/**
 * How server-side apply brings two values together: {@code x-kubernetes-list-type} and {@code
 * x-kubernetes-map-type}.
 */
public enum Merge {
  /** One replaces the other as a whole: scalars, most lists, some maps. */
  ATOMIC,
  /** Maps are merged key by key. Of free content, anything that is not a map is replaced. */
  FIELDS,
  /** Lists are merged item by item; {@link FieldSchema#mergeKeys()} tell the items apart. */
  KEYED,
  /** Lists are merged as sets of scalars. */
  SET
}
