package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for ConfigMaps and Secrets. */
final class ConfigRules {

  private ConfigRules() {}

  static void check(String type, Scope scope) {
    switch (type) {
      case "ConfigMap" -> {
        for (String key : scope.map().map("binaryData").keys()) {
          if (scope.map().map("data").has(key)) {
            scope.below("binaryData").forbidden(key, ", for `data` has this key too");
          }
        }
      }
      case "Secret" -> secret(scope);
      default -> {}
    }
  }

  private static void secret(Scope secret) {
    String type = secret.text("type");
    List<String> keys =
        switch (type) {
          case "kubernetes.io/dockerconfigjson" -> List.of(".dockerconfigjson");
          case "kubernetes.io/dockercfg" -> List.of(".dockercfg");
          case "kubernetes.io/ssh-auth" -> List.of("ssh-privatekey");
          case "kubernetes.io/tls" -> List.of("tls.crt", "tls.key");
          default -> List.of();
        };
    for (String key : keys) {
      if (!secret.map().map("data").has(key) && !secret.map().map("stringData").has(key)) {
        secret.below("data").missing(key, ", which its type `" + type + "` needs");
      }
    }
  }
}
