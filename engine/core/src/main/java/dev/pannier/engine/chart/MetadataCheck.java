package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/** The rules that single fields of Chart.yaml must meet. */
record MetadataCheck(ChartMetadata metadata, Problems problems) {

  private static final List<String> TYPES = List.of("application", "library");

  void check() {
    checkApiVersion();
    checkName();
    checkVersion();
    checkType();
    checkKubeVersion();
    if (metadata.apiVersion().equals("v1")) {
      checkKeyOfV2("type");
      checkKeyOfV2("dependencies");
    }
  }

  private void checkKeyOfV2(String key) {
    if (metadata.raw().has(key)) {
      problems.add(
          Problem.warning(
                  "chart.field-of-v2", "`" + key + "` belongs to charts of `apiVersion: v2`.")
              .at(metadata.raw().keyOrigin(key))
              .hint("Write `apiVersion: v2`; other tools may not read it here."));
    }
  }

  private Location at(String key) {
    Node value = metadata.raw().get(key);
    return value == null ? metadata.raw().origin().source().whole() : value.origin();
  }

  private void missing(String key, String hint) {
    problems.add(
        Problem.error("chart.missing-field", "The chart has no `" + key + "`.")
            .at(metadata.raw().origin().source().whole())
            .hint(hint));
  }

  private void checkApiVersion() {
    switch (metadata.apiVersion()) {
      case "v1", "v2" -> {}
      case "" -> missing("apiVersion", "Write `apiVersion: v2`.");
      case "v3" ->
          problems.add(
              Problem.error(
                      "chart.unknown-api-version",
                      "Charts of `apiVersion: v3` are not supported yet.")
                  .at(at("apiVersion"))
                  .hint("Write `apiVersion: v2`, which has the same fields."));
      default ->
          problems.add(
              Problem.error(
                      "chart.unknown-api-version",
                      "`" + metadata.apiVersion() + "` is no version of the format of charts.")
                  .at(at("apiVersion"))
                  .hint("Write `apiVersion: v2`; it is not the version of a Kubernetes API."));
    }
  }

  private void checkName() {
    String name = metadata.name();
    if (name.isEmpty()) {
      missing("name", "Write the name of the chart's folder, such as `name: web`.");
    } else if (name.equals(".")
        || name.equals("..")
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0) {
      problems.add(
          Problem.error("chart.invalid-name", "`" + name + "` cannot name a chart: it is a path.")
              .at(at("name"))
              .hint("Use lower-case letters, digits and `-`."));
    } else if (!isPlainName(name)) {
      problems.add(
          Problem.warning("chart.unusual-name", "`" + name + "` is an unusual name for a chart.")
              .at(at("name"))
              .hint("Use lower-case letters, digits and `-`; others may not find it."));
    }
  }

  private static boolean isPlainName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && "-._".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private void checkVersion() {
    String version = metadata.version();
    if (version.isEmpty()) {
      missing("version", "Write the version of the chart itself, such as `version: 0.1.0`.");
    } else if (Semver.loose(version).isEmpty()) {
      problems.add(
          Problem.error("chart.invalid-version", "`" + version + "` is no version.")
              .at(at("version"))
              .hint("Write three numbers, such as `1.2.3` or `1.2.3-beta.1` (semver.org)."));
    } else if (Semver.strict(version).isEmpty()) {
      problems.add(
          Problem.warning("chart.loose-version", "`" + version + "` is not a whole version.")
              .at(at("version"))
              .hint("Write `" + Semver.loose(version).get() + "`."));
    }
  }

  private void checkType() {
    String type = metadata.type();
    if (!type.isEmpty() && !TYPES.contains(type)) {
      String suggestion = Suggestion.didYouMean(type, TYPES);
      problems.add(
          Problem.error("chart.unknown-type", "`" + type + "` is no type of chart.")
              .at(at("type"))
              .hint(suggestion.isEmpty() ? "Write `application` or `library`." : suggestion));
    }
  }

  private void checkKubeVersion() {
    String range = metadata.kubeVersion();
    if (!range.isEmpty() && SemverConstraint.parse(range).isEmpty()) {
      problems.add(
          Problem.error("chart.invalid-kube-version", "`" + range + "` is no range of versions.")
              .at(at("kubeVersion"))
              .hint("Write a range such as `>=1.28.0`."));
    }
  }
}
