package dev.pannier.engine.manifest.kind;

/** Where the types are that fields name. */
interface TypeSource {

  /** The type of a name that these schemas themselves use. */
  StructType type(String name);

  default StructType type(FieldType.Named type) {
    return type(type.name());
  }
}
