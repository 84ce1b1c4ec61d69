package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for ingresses and network policies. */
final class NetworkRules {

  private NetworkRules() {}

  static void check(String type, Scope scope) {
    switch (type) {
      case "IngressSpec" -> {
        if (!scope.has("rules") && !scope.has("defaultBackend") && !scope.has("backend")) {
          scope.missing("rules", ", and there is no default backend");
        }
      }
      case "IngressBackend" -> {
        if (!scope.has("serviceName")) {
          scope.exactlyOne(List.of("service", "resource"));
        }
      }
      case "HTTPIngressPath" -> {
        String how = scope.text("pathType");
        if (!scope.has("path") && (how.equals("Exact") || how.equals("Prefix"))) {
          scope.missing("path", ", which the type `" + how + "` needs");
        }
      }
      case "Ingress" -> {
        if (!scope.has("spec")) {
          scope.missing("spec", ": where to send what");
        }
      }
      case "ServiceBackendPort" -> port(scope);
      case "HTTPIngressRuleValue" -> {
        if (scope.map().has("paths") && !scope.has("paths")) {
          scope.missing("paths", ": a rule has one path at least");
        }
      }
      case "NetworkPolicyPeer" -> peer(scope);
      default -> {}
    }
  }

  private static void port(Scope port) {
    if (!port.text("number").equals("0")) {
      port.exactlyOne(List.of("name", "number"));
    } else if (!port.has("name")) {
      port.missing("number", ": a port has a name or a number");
    }
  }

  private static void peer(Scope peer) {
    if (peer.has("ipBlock") && (peer.has("podSelector") || peer.has("namespaceSelector"))) {
      peer.forbidden("ipBlock", " beside a selector");
    } else if (peer.map().isEmpty()) {
      peer.exactlyOne(List.of("podSelector", "namespaceSelector", "ipBlock"));
    }
  }
}
