package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for selectors of labels and nodes. */
final class SelectorRules {

  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private SelectorRules() {}

  static void check(String type, Scope scope) {
    if (type.equals("LabelSelectorRequirement")) {
      requirement(scope);
    }
  }

  private static void requirement(Scope requirement) {
    String operator = requirement.text("operator");
    switch (operator) {
      case "In", "NotIn" -> {
        if (!requirement.has("values")) {
          requirement.missing("values", ", which the operator `" + operator + "` needs");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (requirement.has("values")) {
          requirement.forbidden("values", " where the operator is `" + operator + "`");
        }
      }
      // nodes are selected by numbers too
      case "Gt", "Lt", "" -> {}
      default ->
          requirement.invalid(
              "operator",
              "`%s` is `%s`, which is none of its values: `%s`."
                  .formatted(
                      requirement.path("operator"), operator, String.join("`, `", OPERATORS)));
    }
  }
}
