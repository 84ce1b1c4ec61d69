package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for roles and who has them. */
final class AccessRules {

  private static final List<String> SUBJECTS = List.of("User", "Group", "ServiceAccount");

  private AccessRules() {}

  static void check(String type, Scope scope) {
    switch (type) {
      case "RoleBinding" -> role(scope.below("roleRef"), List.of("Role", "ClusterRole"));
      case "ClusterRoleBinding" -> {
        role(scope.below("roleRef"), List.of("ClusterRole"));
        scope.items("subjects").forEach(AccessRules::account);
      }
      case "Subject" -> subject(scope);
      case "PolicyRule" -> rule(scope);
      default -> {}
    }
  }

  private static void role(Scope role, List<String> kinds) {
    if (role.has("kind") && !kinds.contains(role.text("kind"))) {
      role.invalid(
          "kind",
          "`%s` is `%s`, which is none of its values: `%s`."
              .formatted(role.path("kind"), role.text("kind"), String.join("`, `", kinds)));
    }
  }

  private static void subject(Scope subject) {
    String kind = subject.text("kind");
    if (!kind.isEmpty() && !SUBJECTS.contains(kind)) {
      subject.invalid(
          "kind",
          "`%s` is `%s`, which is none of its values: `%s`."
              .formatted(subject.path("kind"), kind, String.join("`, `", SUBJECTS)));
    }
  }

  /** The account of a role binding may be of the binding's namespace without a word. */
  private static void account(Scope subject) {
    if (subject.text("kind").equals("ServiceAccount") && !subject.has("namespace")) {
      subject.missing("namespace", ", which a subject of kind `ServiceAccount` needs");
    }
  }

  private static void rule(Scope rule) {
    if (rule.map().has("verbs") && !rule.has("verbs")) {
      rule.missing("verbs", ": a rule has one verb at least");
    }
    if (rule.has("nonResourceURLs")) {
      rule.oneAtMost(List.of("resources", "nonResourceURLs"));
    } else if (!rule.has("resources")) {
      rule.missing("resources", ", which a rule without `nonResourceURLs` needs");
    } else if (!rule.has("apiGroups")) {
      rule.missing("apiGroups", "; that of Pods and Services is `\"\"`");
    }
  }
}
