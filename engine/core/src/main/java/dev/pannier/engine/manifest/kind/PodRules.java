package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for pods and what is in them. */
final class PodRules {

  private static final List<String> ENV_SOURCES =
      List.of("configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "fileKeyRef");
  private static final List<String> HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");

  private PodRules() {}

  static void check(String type, Scope scope) {
    switch (type) {
      case "PodSpec" -> pod(scope);
      case "EnvVar" -> {
        if (scope.has("value") && scope.has("valueFrom")) {
          scope.oneAtMost(List.of("value", "valueFrom"));
        }
      }
      case "EnvVarSource" -> scope.exactlyOne(ENV_SOURCES);
      case "EnvFromSource" -> scope.exactlyOne(List.of("configMapRef", "secretRef"));
      case "Probe", "Handler", "LifecycleHandler" -> scope.exactlyOne(HANDLERS);
      case "Container" -> container(scope);
      case "ResourceRequirements" -> resources(scope);
      case "SecurityContext" -> {
        if (scope.text("privileged").equals("true")
            && scope.text("allowPrivilegeEscalation").equals("false")) {
          scope.forbidden("allowPrivilegeEscalation", " to `false` where `privileged` is `true`");
        }
      }
      case "Toleration" -> toleration(scope);
      case "NodeSelectorRequirement" -> SelectorRules.check("LabelSelectorRequirement", scope);
      default -> {}
    }
  }

  private static void pod(Scope pod) {
    if (pod.map().get("containers") instanceof ListNode containers && containers.isEmpty()) {
      pod.missing("containers", ": a pod has one container at least");
    }
  }

  private static void container(Scope container) {
    for (String name : List.of("livenessProbe", "startupProbe")) {
      Scope probe = container.below(name);
      if (probe.has("successThreshold")
          && !List.of("0", "1").contains(probe.text("successThreshold"))) {
        probe.invalid(
            "successThreshold",
            "`%s` is %s, and may only be 1."
                .formatted(probe.path("successThreshold"), probe.text("successThreshold")));
      }
    }
  }

  private static void resources(Scope resources) {
    MapNode limits = resources.map().map("limits");
    for (Map.Entry<String, Node> request : resources.map().map("requests").entries().entrySet()) {
      BigDecimal wanted = quantity(request.getValue());
      BigDecimal most = quantity(limits.get(request.getKey()));
      if (wanted != null && most != null && wanted.compareTo(most) > 0) {
        resources
            .below("requests")
            .invalid(
                request.getKey(),
                "`%s` is %s, which is more than its limit, %s."
                    .formatted(
                        resources.below("requests").path(request.getKey()),
                        text(request.getValue()),
                        text(limits.get(request.getKey()))));
      }
    }
  }

  private static @Nullable BigDecimal quantity(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? Quantity.value(scalar.text()) : null;
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static void toleration(Scope toleration) {
    boolean exists = toleration.text("operator").equals("Exists");
    if (exists && toleration.has("value")) {
      toleration.forbidden("value", " where the operator is `Exists`");
    }
    if (!exists && !toleration.has("key")) {
      toleration.missing("key", ", which only the operator `Exists` can do without");
    }
    if (toleration.has("tolerationSeconds") && !toleration.text("effect").equals("NoExecute")) {
      toleration.forbidden("tolerationSeconds", " where the effect is not `NoExecute`");
    }
  }
}
