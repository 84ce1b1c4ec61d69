package dev.pannier.engine.manifest.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with fields.
 *
 * @param name as in the schemas: {@code apps.v1.DeploymentSpec}
 * @param isAtomic whether server-side apply replaces it as a whole
 * @param isOpen whether it may have other fields too
 * @param fields by name, in the order of their names
 * @param others fields as earlier and later releases have them
 */
record StructType(
    String name, boolean isAtomic, boolean isOpen, Map<String, Field> fields, List<Field> others) {

  /** The type of a block of the schemas, in a release. */
  static StructType read(String block, KubeVersion version) {
    String[] lines = block.split("\n");
    String[] head = lines[0].split(" ");
    Map<String, Field> fields = new LinkedHashMap<>();
    List<Field> others = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      Field field = FieldLine.read(lines[i]);
      if (field.span().has(version)) {
        fields.put(field.name(), field);
      } else {
        others.add(field);
      }
    }
    return new StructType(
        head[1],
        head.length > 2,
        false,
        Collections.unmodifiableMap(fields),
        Collections.unmodifiableList(others));
  }

  @Nullable Field field(String field) {
    return fields.get(field);
  }

  /** A field as another release has it: the nearest later one, else the last earlier one. */
  @Nullable Field elsewhere(String field, KubeVersion version) {
    Field found = null;
    for (Field other : others) {
      if (other.name().equals(field) && (found == null || !found.span().isAfter(version))) {
        found = other;
      }
    }
    return found;
  }

  /** Whether it is made of the schema of a custom kind. */
  boolean isCustom() {
    return name.startsWith(CustomTypes.ROOT);
  }

  boolean hasRequired() {
    for (Field field : fields.values()) {
      if (field.required()) {
        return true;
      }
    }
    return false;
  }
}
