package dev.pannier.engine.manifest.kind;

import org.jspecify.annotations.Nullable;

/**
 * A place in an object under check.
 *
 * @param above the place that holds it; null of the object itself
 * @param step from there: {@code .spec}, {@code [0]}
 * @param struct its type, where it has fields
 */
record Place(@Nullable Place above, String step, @Nullable StructType struct) {

  static Place top(StructType type) {
    return new Place(null, "", type);
  }

  Place field(String name) {
    return new Place(this, isPlain(name) ? "." + name : "[\"" + name + "\"]", null);
  }

  Place item(int index) {
    return new Place(this, "[" + index + "]", null);
  }

  /** Some item of a list. */
  Place anyItem() {
    return new Place(this, "[]", null);
  }

  Place typed(StructType type) {
    return new Place(above, step, type);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetterOrDigit(name.charAt(i)) && "-_$".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** {@code spec.template.spec.containers[0]}; empty for the object itself. */
  String path() {
    StringBuilder path = new StringBuilder();
    write(path);
    return path.isEmpty() || path.charAt(0) != '.' ? path.toString() : path.substring(1);
  }

  private void write(StringBuilder path) {
    if (above != null) {
      above.write(path);
    }
    path.append(step);
  }
}
