package dev.pannier.engine.manifest.kind;

import java.util.List;

/**
 * What API servers check in code about the fields of a type together (k8s.io/kubernetes,
 * pkg/apis/&#42;/validation), as far as it holds in every cluster of every release.
 */
final class TypeRules {

  private TypeRules() {}

  /** Looks at a map of a type. */
  static void check(StructType type, Scope scope) {
    String name = type.name();
    int version = name.indexOf('.');
    int own = name.indexOf('.', version + 1);
    switch (name.substring(0, version)) {
      case "core" -> {
        PodRules.check(name.substring(own + 1), scope);
        VolumeRules.check(name.substring(own + 1), type, scope);
        ServiceRules.check(name.substring(own + 1), scope);
        ConfigRules.check(name.substring(own + 1), scope);
      }
      case "apps", "batch", "autoscaling", "policy" ->
          WorkloadRules.check(name.substring(own + 1), scope);
      case "networking", "extensions" -> NetworkRules.check(name.substring(own + 1), scope);
      case "rbac" -> AccessRules.check(name.substring(own + 1), scope);
      case "admissionregistration" -> {
        if (name.endsWith(".WebhookClientConfig")) {
          scope.exactlyOne(List.of("url", "service"));
        }
      }
      case "meta" -> SelectorRules.check(name.substring(own + 1), scope);
      case "apiextensions" -> DefinitionRules.check(name.substring(own + 1), scope);
      default -> {}
    }
  }
}
