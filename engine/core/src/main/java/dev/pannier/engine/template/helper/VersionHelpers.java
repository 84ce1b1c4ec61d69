package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.VERSIONS;

import dev.pannier.engine.chart.Semver;
import dev.pannier.engine.chart.SemverConstraint;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Semantic versions: Sprig's semver.go. */
final class VersionHelpers {

  private VersionHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "semver" ->
          HelperSpec.of(
              VERSIONS,
              name,
              "version",
              "The parts of a version as a map: Major, Minor, Patch, Prerelease, Metadata,"
                  + " Original.",
              "{{get (semver 'v1.2.3-rc.1') 'Prerelease'}}",
              "rc.1",
              VersionHelpers::semver);
      case "semverCompare" ->
          HelperSpec.of(
              VERSIONS,
              name,
              "constraint version",
              "Whether a version fits a constraint such as >=1.2, ^1.2.3, ~1.2, 1.x or 1.2 - 1.4."
                  + " A prerelease fits only where the constraint names one: >=1.2-0.",
              "'>=1.19-0' 'v1.36.0'",
              "true",
              VersionHelpers::compare);
      default -> throw new IllegalStateException("no helper of versions: " + name);
    };
  }

  private static Node semver(Arguments call) {
    Semver version = version(call, call.text(0));
    Map<String, Node> parts = new LinkedHashMap<>();
    parts.put("Major", NumberNode.of(version.major()));
    parts.put("Minor", NumberNode.of(version.minor()));
    parts.put("Patch", NumberNode.of(version.patch()));
    parts.put("Prerelease", TextNode.of(version.prerelease()));
    parts.put("Metadata", TextNode.of(version.build()));
    parts.put("Original", TextNode.of(call.text(0)));
    return MapNode.of(parts);
  }

  private static Node compare(Arguments call) {
    String constraint = call.text(0);
    return BoolNode.of(
        SemverConstraint.parse(constraint)
            .orElseThrow(() ->
                new HelperException(
                    "`%s` is no constraint on versions.".formatted(constraint),
                    "Write it as `>=1.2.3`, `^1.2`, `~1.2`, `1.x` or `1.2 - 1.4`."))
            .allows(version(call, call.text(1))));
  }

  private static Semver version(Arguments call, String text) {
    return Semver.loose(text)
        .orElseThrow(() ->
            new HelperException(
                "The helper `%s` needs a semantic version, but has `%s`."
                    .formatted(call.helper(), text)));
  }
}
