package dev.pannier.engine.manifest.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with fields.
 *
 * @param name as in the schemas: {@code apps.v1.DeploymentSpec}
 * @param isAtomic whether server-side apply replaces it as a whole
 * @param fields by name, in the order of their names
 */
record StructType(String name, boolean isAtomic, Map<String, Field> fields) {

  /** The type of a block of the schemas. */
  static StructType read(String block) {
    String[] lines = block.split("\n");
    String[] head = lines[0].split(" ");
    Map<String, Field> fields = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      Field field = FieldLine.read(lines[i]);
      fields.put(field.name(), field);
    }
    return new StructType(head[1], head.length > 2, Collections.unmodifiableMap(fields));
  }

  @Nullable Field field(String field) {
    return fields.get(field);
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
