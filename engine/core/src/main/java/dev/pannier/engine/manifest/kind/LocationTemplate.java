package dev.pannier.engine.manifest.kind;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path or URL with kubeconform's variables (github.com/yannh/kubeconform, pkg/registry): {@code
 * https://example.com/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json}.
 */
final class LocationTemplate implements SchemaLocation {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{-?\\s*\\.(\\w+)\\s*-?\\}\\}");

  private final String template;

  LocationTemplate(String template) {
    this.template = template;
  }

  static boolean isTemplate(String location) {
    return SchemaDocument.isUrl(location) || location.contains("{{");
  }

  @Override
  public Optional<CustomKind> find(String apiVersion, String kind, KubeVersion kube) {
    Matcher variables = VARIABLE.matcher(template);
    String place =
        variables.replaceAll(
            found -> Matcher.quoteReplacement(value(found.group(1), apiVersion, kind, kube)));
    return SchemaDocument.read(place).flatMap(document -> document.find(apiVersion, kind));
  }

  private String value(String variable, String apiVersion, String kind, KubeVersion kube) {
    String group = ApiVersion.group(apiVersion);
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    return switch (variable) {
      case "ResourceKind" -> kind.toLowerCase(Locale.ROOT);
      case "Group" -> group;
      case "ResourceAPIVersion" -> version;
      case "KindSuffix" -> "-" + suffix(group, version);
      case "NormalizedKubernetesVersion" -> "v" + kube + ".0";
      case "StrictSuffix" -> "-strict";
      default ->
          throw SchemaDocument.problem(
                  "The schema location `%s` has the variable `%s`, which nobody knows."
                      .formatted(template, variable))
              .hint(
                  "Known are `ResourceKind`, `Group`, `ResourceAPIVersion`, `KindSuffix`,"
                      + " `NormalizedKubernetesVersion` and `StrictSuffix`.")
              .exception();
    };
  }

  /** The first part of the group, and the version. */
  private static String suffix(String group, String version) {
    int dot = group.indexOf('.');
    String first = dot < 0 ? group : group.substring(0, dot);
    return (first.isEmpty() ? version : first + "-" + version).toLowerCase(Locale.ROOT);
  }
}
