package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for custom resource definitions. */
final class DefinitionRules {

  private DefinitionRules() {}

  static void check(String type, Scope scope) {
    if (type.equals("CustomResourceDefinition")) {
      name(scope);
      versions(scope);
    }
  }

  private static void name(Scope definition) {
    Scope spec = definition.below("spec");
    String plural = spec.below("names").text("plural");
    String group = spec.text("group");
    String name = definition.below("metadata").text("name");
    if (!plural.isEmpty()
        && !group.isEmpty()
        && !name.isEmpty()
        && !name.equals(plural + "." + group)) {
      definition
          .below("metadata")
          .invalid(
              "name",
              "`metadata.name` is `%s`, but the plural and the group, `%s.%s`, belong there."
                  .formatted(name, plural, group));
    }
  }

  private static void versions(Scope definition) {
    List<Scope> versions = definition.below("spec").items("versions");
    long stored =
        versions.stream().filter(version -> version.text("storage").equals("true")).count();
    if (!versions.isEmpty() && stored != 1) {
      definition
          .below("spec")
          .invalid(
              "versions",
              "`spec.versions` has %d versions that are stored, and must have one."
                  .formatted(stored));
    }
    if (definition.map().text("apiVersion").orElse("").endsWith("/v1")) {
      for (Scope version : versions) {
        if (!version.below("schema").has("openAPIV3Schema")) {
          version.below("schema").missing("openAPIV3Schema", ", which each version needs");
        }
      }
    }
  }
}
