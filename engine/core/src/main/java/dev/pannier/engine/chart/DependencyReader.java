package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what Chart.yaml, requirements.yaml and Chart.lock list under {@code dependencies}. */
final class DependencyReader {

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "version",
          "repository",
          "condition",
          "tags",
          "enabled",
          "import-values",
          "alias");

  private DependencyReader() {}

  static List<Dependency> read(MetadataFields file) {
    List<Dependency> dependencies = new ArrayList<>();
    Map<String, Dependency> byName = new HashMap<>();
    for (MetadataFields fields : file.maps("dependencies")) {
      Dependency dependency = dependency(fields);
      dependencies.add(dependency);
      if (check(dependency, fields)) {
        Dependency first = byName.putIfAbsent(dependency.effectiveName(), dependency);
        if (first != null) {
          file.problems().add(twice(first, dependency));
        }
      }
    }
    return dependencies;
  }

  private static Dependency dependency(MetadataFields fields) {
    fields.expectOnly(FIELDS);
    return new Dependency(
        fields.line("name"),
        fields.line("version"),
        fields.line("repository"),
        fields.line("condition"),
        fields.lines("tags"),
        fields.flag("enabled"),
        fields.list("import-values"),
        fields.text("alias"),
        fields.map().origin());
  }

  /** Whether it has a name to go by. */
  private static boolean check(Dependency dependency, MetadataFields fields) {
    Problems problems = fields.problems();
    if (!dependency.version().isBlank() && SemverConstraint.parse(dependency.version()).isEmpty()) {
      problems.add(
          Problem.error(
                  "chart.dependency-version",
                  "`%s`, the version of the dependency `%s`, is no range of versions."
                      .formatted(dependency.version(), dependency.name()))
              .at(fields.place("version"))
              .hint("Write a version or a range, such as `1.2.3`, `^1.2`, `>=1.2 <3`."));
    }
    if (!isAlias(dependency.alias())) {
      problems.add(
          Problem.error(
                  "chart.dependency-alias", "`" + dependency.alias() + "` cannot be an alias.")
              .at(fields.place("alias"))
              .hint("Use letters, digits, `-` and `_` only."));
    }
    for (Node importing : dependency.importValues()) {
      checkImport(importing, problems);
    }
    if (dependency.name().isEmpty()) {
      problems.add(
          Problem.error("chart.dependency-unnamed", "A dependency has no `name`.")
              .at(dependency.origin())
              .hint("Write the name that stands in the dependency's own Chart.yaml."));
    }
    return !dependency.effectiveName().isEmpty();
  }

  private static void checkImport(Node importing, Problems problems) {
    boolean pair =
        importing instanceof MapNode map
            && map.text("child").isPresent()
            && map.text("parent").isPresent();
    if (!pair && !(importing instanceof TextNode)) {
      problems.add(
          Problem.error(
                  "chart.import-values",
                  "An item of `import-values` must be a name or a map of `child` and `parent`.")
              .at(importing.origin())
              .hint("`- data` imports the map `exports.data` of the dependency."));
    }
  }

  private static boolean isAlias(String alias) {
    for (int i = 0; i < alias.length(); i++) {
      char c = alias.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static Problem twice(Dependency first, Dependency second) {
    return Problem.error(
            "chart.dependency-twice",
            "Two dependencies go by the name `" + second.effectiveName() + "`.")
        .at(second.origin())
        .note("the first one", first.origin())
        .hint("Give one of them an `alias` of its own.");
  }
}
