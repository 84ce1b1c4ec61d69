package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passwords where everybody who may read a manifest reads them. */
final class PlainSecretCheck implements Check {

  private static final List<String> ENDINGS =
      List.of(
          "PASSWORD",
          "PASSWD",
          "PASSPHRASE",
          "SECRET",
          "TOKEN",
          "API_KEY",
          "APIKEY",
          "PRIVATE_KEY",
          "ACCESS_KEY",
          "SECRET_KEY",
          "SESSION_KEY",
          "ENCRYPTION_KEY",
          "CREDENTIALS");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      for (MapNode container : workload.allContainers()) {
        for (Node item : container.list("env")) {
          if (item instanceof MapNode variable) {
            String name = variable.text("name").orElse("");
            look(name, variable.get("value"), workload.name(), findings);
          }
        }
      }
    }
    for (Resource config : release.ofKind("ConfigMap")) {
      for (Map.Entry<String, Node> entry : config.content().map("data").entries().entrySet()) {
        look(entry.getKey(), entry.getValue(), config.id().toString(), findings);
      }
    }
  }

  private static void look(String name, @Nullable Node value, String owner, Findings found) {
    if (!(value instanceof TextNode text) || !isSecret(name) || !isWritten(text.text())) {
      return;
    }
    Location place = text.origin();
    found.add(
        Rule.PLAIN_SECRET,
        place,
        "`%s` in `%s` looks like a secret and is written where all can read it."
            .formatted(name, owner),
        "Put it into a Secret, and refer to that by `secretKeyRef`.");
  }

  static boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    return ENDINGS.stream().anyMatch(ending -> upper.equals(ending) || isWord(upper, ending));
  }

  private static boolean isWord(String upper, String ending) {
    return upper.endsWith(ending)
        && (ending.length() > 6 || upper.charAt(upper.length() - ending.length() - 1) == '_');
  }

  /** Whether it is the secret itself, not a path, a variable, or a place where it can be had. */
  private static boolean isWritten(String value) {
    return !value.isEmpty()
        && !value.startsWith("/")
        && !value.contains("$(")
        && !value.contains("${")
        && !value.contains("://")
        && !value.equals("true")
        && !value.equals("false");
  }
}
