package dev.pannier.engine.manifest.kind;

import java.util.List;

/** The rules for services. */
final class ServiceRules {

  private static final List<String> OF_BALANCERS =
      List.of("loadBalancerSourceRanges", "loadBalancerClass");

  private ServiceRules() {}

  static void check(String type, Scope scope) {
    if (type.equals("Service") && !scope.has("spec")) {
      scope.missing("spec", ": its ports");
    } else if (type.equals("ServiceSpec")) {
      String kind = scope.has("type") ? scope.text("type") : "ClusterIP";
      ports(scope, kind);
      address(scope, kind);
      outside(scope, kind);
      if (scope.below("sessionAffinityConfig").has("clientIP")
          && !scope.text("sessionAffinity").equals("ClientIP")) {
        scope.forbidden("sessionAffinityConfig", " where `sessionAffinity` is not `ClientIP`");
      }
    }
  }

  private static void ports(Scope spec, String kind) {
    boolean headless = spec.text("clusterIP").equals("None");
    List<Scope> ports = spec.items("ports");
    if (ports.isEmpty() && !kind.equals("ExternalName") && !headless) {
      spec.missing("ports", ", which a service of type `" + kind + "` needs");
    }
    for (Scope port : ports) {
      if (ports.size() > 1 && !port.has("name")) {
        port.missing("name", ", which each of several ports needs");
      }
      if (kind.equals("ClusterIP") && port.has("nodePort") && !port.text("nodePort").equals("0")) {
        port.forbidden("nodePort", " where the service is of type `ClusterIP`");
      }
    }
  }

  private static void address(Scope spec, String kind) {
    boolean headless = spec.text("clusterIP").equals("None");
    if (kind.equals("ExternalName") && !spec.has("externalName")) {
      spec.missing("externalName", ", which a service of type `ExternalName` needs");
    }
    if (headless && (kind.equals("NodePort") || kind.equals("LoadBalancer"))) {
      spec.invalid(
          "clusterIP",
          "`%s` may not be `None` where the service is of type `%s`."
              .formatted(spec.path("clusterIP"), kind));
    }
    String address = spec.text("clusterIP");
    if (!address.isEmpty() && !headless && !Addresses.isAddress(address)) {
      spec.invalid(
          "clusterIP",
          "`%s` is `%s`, but an IP address or `None` belongs there."
              .formatted(spec.path("clusterIP"), address));
    }
  }

  private static void outside(Scope spec, String kind) {
    for (String field : OF_BALANCERS) {
      if (spec.has(field) && !kind.equals("LoadBalancer")) {
        spec.forbidden(field, " where the service is not of type `LoadBalancer`");
      }
    }
    if (spec.has("externalTrafficPolicy")
        && (kind.equals("ClusterIP") && !spec.has("externalIPs") || kind.equals("ExternalName"))) {
      spec.forbidden("externalTrafficPolicy", " where nothing outside reaches the service");
    }
  }
}
