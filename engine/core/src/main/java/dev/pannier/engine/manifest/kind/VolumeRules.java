package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for volumes and claims of them. */
final class VolumeRules {

  private VolumeRules() {}

  static void check(String type, StructType struct, Scope scope) {
    switch (type) {
      case "Volume" -> scope.oneAtMost(sources(struct));
      case "PersistentVolumeSpec" -> scope.exactlyOne(sources(struct));
      case "VolumeProjection" -> scope.oneAtMost(List.copyOf(struct.fields().keySet()));
      case "PersistentVolumeClaimSpec" -> {
        if (scope.map().has("accessModes") && !scope.has("accessModes")) {
          scope.missing("accessModes", ": a claim has one at least");
        }
        if (scope.has("resources") && !scope.below("resources").below("requests").has("storage")) {
          scope.below("resources").below("requests").missing("storage", ": how much is claimed");
        }
      }
      default -> {}
    }
  }

  private static List<String> sources(StructType struct) {
    return struct.fields().values().stream()
        .filter(field ->
            field.type() instanceof FieldType.Named(String name) && name.endsWith("VolumeSource"))
        .map(Field::name)
        .toList();
  }
}
