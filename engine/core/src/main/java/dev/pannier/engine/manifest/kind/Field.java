package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param span the releases of Kubernetes in which it is like that
 * @param form what its values look like beyond their type; null where all of them will do
 * @param rules the JSON schema of a custom field; empty of a built-in one
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
    String patchKey,
    Span span,
    @Nullable ValueForm form,
    MapNode rules) {

  /** A field of which no more is known than its type. */
  static Field plain(String name, FieldType type) {
    return of(name, type, false, List.of(), null, MapNode.EMPTY);
  }

  /** The same, whether or not it must stand there. */
  Field needed(boolean must) {
    return of(name, type, must, values, form, rules);
  }

  /** An item of this list, or a value of this map, with what is known of it. */
  Field part(FieldType part) {
    MapNode inner = CustomTypes.part(rules);
    return of(
        name,
        part,
        false,
        values,
        form == null ? null : form.ofParts(),
        inner == null ? MapNode.EMPTY : inner);
  }

  private static Field of(
      String name,
      FieldType type,
      boolean required,
      List<String> values,
      @Nullable ValueForm form,
      MapNode rules) {
    return new Field(
        name,
        type,
        required,
        Map.of(),
        "",
        false,
        false,
        values,
        List.of(),
        "",
        Span.ALWAYS,
        form,
        rules);
  }
}
