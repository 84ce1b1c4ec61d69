package dev.pannier.engine.manifest.kind;

import java.util.List;
import java.util.Map;

/**
 * A field of a type.
 *
 * @param required whether it must stand there
 * @param keys the fields that tell the items of a list apart, in order, each with the value that it
 *     has where it is not given, or with an empty text
 * @param unique a further field that differs between the items, where it is given; else empty
 * @param isSet whether it is a list of things that differ
 * @param isAtomic whether server-side apply replaces it as a whole
 * @param values what a string may be; empty where it is free
 * @param patchStrategies as strategic merge patches have them: merge, replace, retainKeys
 * @param patchKey the key of strategic merge patches; empty where there is none
 */
record Field(
    String name,
    FieldType type,
    boolean required,
    Map<String, String> keys,
    String unique,
    boolean isSet,
    boolean isAtomic,
    List<String> values,
    List<String> patchStrategies,
    String patchKey) {

  /** A field of which no more is known than its type. */
  static Field plain(String name, FieldType type) {
    return new Field(name, type, false, Map.of(), "", false, false, List.of(), List.of(), "");
  }

  /** An item of this list, or a value of this map, with what is known of it. */
  Field part(FieldType part) {
    return new Field(name, part, false, Map.of(), "", false, false, values, List.of(), "");
  }
}
