package dev.pannier.engine.manifest.kind;

import java.util.Locale;

/** What the value of a field, an item of a list or a value of a map is. */
sealed interface FieldType {

  /** A type without parts that schemas know of. */
  enum Basic implements FieldType {
    STRING("a string"),
    INT32("an integer"),
    INT64("an integer"),
    NUMBER("a number"),
    BOOL("`true` or `false`"),
    /** A number with a unit: {@code 500m}, {@code 2}, {@code 512Mi}. */
    QUANTITY("a quantity"),
    INT_OR_STRING("an integer or a string"),
    /** A time as in RFC 3339. */
    TIME("a time such as `\"2026-01-31T12:00:00Z\"`"),
    /** Base64. */
    BYTES("Base64"),
    /** A map of whatever. */
    OBJECT("a map"),
    /** Whatever. */
    ANY("anything");

    private final String noun;

    Basic(String noun) {
      this.noun = noun;
    }

    @Override
    public String noun() {
      return noun;
    }
  }

  /** A map of the fields of a type that has a name. */
  record Named(String name) implements FieldType {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /** A list. */
  record ListOf(FieldType item) implements FieldType {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /** A map with keys that users choose. */
  record MapOf(FieldType value) implements FieldType {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /** Of the named type where it is a map, else free. */
  record FreeOr(Named type) implements FieldType {
    @Override
    public String noun() {
      return "anything";
    }
  }

  /** What messages call it: {@code an integer}. */
  String noun();

  /** The type of a notation, which src/main/kinds/compact.py explains. */
  static FieldType of(String notation) {
    char first = notation.charAt(0);
    if (first == '[') {
      return new ListOf(of(notation.substring(2)));
    }
    if (first == '{') {
      return new MapOf(of(notation.substring(2)));
    }
    if (first == '?') {
      return new FreeOr(new Named(notation.substring(1)));
    }
    // only names of types have dots
    return notation.indexOf('.') > 0
        ? new Named(notation)
        : Basic.valueOf(notation.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
