package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import java.util.List;
import java.util.Optional;

/** What the schema of a kind says of a value somewhere in its objects; for walking down. */
public final class FieldSchema {

  private final TypeSource catalog;
  private final Field field;

  FieldSchema(TypeSource catalog, Field field) {
    this.catalog = catalog;
    this.field = field;
  }

  /** The schema of a field, or of the value of a key; empty where there can be none. */
  public Optional<FieldSchema> field(String name) {
    return switch (field.type()) {
      case FieldType.Named named ->
          Optional.ofNullable(catalog.type(named).field(name)).map(this::of);
      case FieldType.FreeOr free ->
          Optional.ofNullable(catalog.type(free.type()).field(name)).map(this::of);
      case FieldType.MapOf map -> Optional.of(of(field.part(map.value())));
      case FieldType.ListOf _ -> Optional.empty();
      case Basic basic ->
          isFree(basic) ? Optional.of(of(Field.plain(name, Basic.ANY))) : Optional.empty();
    };
  }

  /** The schema of a list's items; empty where this is no list of a known type. */
  public Optional<FieldSchema> item() {
    return field.type() instanceof FieldType.ListOf list
        ? Optional.of(of(field.part(list.item())))
        : Optional.empty();
  }

  /** How server-side apply merges it. */
  public Merge merge() {
    if (field.isAtomic()) {
      return Merge.ATOMIC;
    }
    return switch (field.type()) {
      case FieldType.Named named -> catalog.type(named).isAtomic() ? Merge.ATOMIC : Merge.FIELDS;
      case FieldType.FreeOr _ -> Merge.FIELDS;
      case FieldType.MapOf _ -> Merge.FIELDS;
      case FieldType.ListOf _ -> listMerge();
      case Basic basic -> isFree(basic) ? Merge.FIELDS : Merge.ATOMIC;
    };
  }

  private Merge listMerge() {
    if (!field.keys().isEmpty()) {
      return Merge.KEYED;
    }
    return field.isSet() ? Merge.SET : Merge.ATOMIC;
  }

  private static boolean isFree(Basic basic) {
    return basic == Basic.ANY || basic == Basic.OBJECT;
  }

  private FieldSchema of(Field part) {
    return new FieldSchema(catalog, part);
  }

  /** The fields that tell the items of a {@link Merge#KEYED} list apart; else none. */
  public List<String> mergeKeys() {
    return List.copyOf(field.keys().keySet());
  }

  /** The value that a merge key has in an item that does not give it; empty where it has none. */
  public Optional<String> mergeKeyDefault(String key) {
    return Optional.ofNullable(field.keys().get(key)).filter(text -> !text.isEmpty());
  }

  /**
   * The field by which strategic merge patches ({@code kubectl patch}, Kustomize) tell the items of
   * this list apart: {@code x-kubernetes-patch-merge-key}; empty where they replace the list.
   */
  public Optional<String> patchKey() {
    return Optional.of(field.patchKey()).filter(key -> !key.isEmpty());
  }

  /** {@code x-kubernetes-patch-strategy}: some of merge, replace and retainKeys. */
  public List<String> patchStrategies() {
    return field.patchStrategies();
  }

  @Override
  public String toString() {
    return field.name() + ": " + field.type();
  }
}
