package dev.pannier.engine.manifest.kind;

import org.jspecify.annotations.Nullable;

/**
 * A place in an object under check. Its text is made when somebody asks for it, for most places are
 * fine.
 *
 * @param above the place that holds it; null of the object itself
 * @param name of the field; empty of an item
 * @param index of the item; {@link #ANY} of none in particular, {@link #NONE} of a field
 * @param struct its type, where it has fields
 */
record Place(@Nullable Place above, String name, int index, @Nullable StructType struct) {

  private static final int ANY = -1;
  private static final int NONE = -2;

  static Place top(StructType type) {
    return new Place(null, "", NONE, type);
  }

  Place field(String field) {
    return new Place(this, field, NONE, null);
  }

  Place item(int at) {
    return new Place(this, "", at, null);
  }

  /** Some item of a list. */
  Place anyItem() {
    return item(ANY);
  }

  Place typed(StructType type) {
    return new Place(above, name, index, type);
  }

  /** {@code spec.template.spec.containers[0]}; empty for the object itself. */
  String path() {
    StringBuilder path = new StringBuilder();
    write(path);
    return path.toString();
  }

  private void write(StringBuilder path) {
    if (above == null) {
      return;
    }
    above.write(path);
    if (index != NONE) {
      path.append('[').append(index == ANY ? "" : String.valueOf(index)).append(']');
    } else if (isPlain()) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    } else {
      path.append("[\"").append(name).append("\"]");
    }
  }

  private boolean isPlain() {
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetterOrDigit(name.charAt(i)) && "-_$".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
