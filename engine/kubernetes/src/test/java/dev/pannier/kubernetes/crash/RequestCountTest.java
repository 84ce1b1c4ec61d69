package dev.pannier.kubernetes.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.ControlPlane;
import dev.pannier.test.cluster.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a release of 300 objects asks of an API server. */
class RequestCountTest {

  private static final int OBJECTS = 300;
  private static final List<String> KINDS =
      List.of(
          "v1 ConfigMap",
          "v1 Secret",
          "v1 ServiceAccount",
          "v1 Service",
          "rbac.authorization.k8s.io/v1 Role",
          "policy/v1beta1 PodDisruptionBudget");

  private static String template() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < OBJECTS; i++) {
      String[] kind = KINDS.get(i % KINDS.size()).split(" ");
      text.append("---\napiVersion: ").append(kind[0]).append("\nkind: ").append(kind[1]);
      text.append("\nmetadata: {name: n").append(i).append("}\n");
      text.append(
          switch (kind[1]) {
            case "ConfigMap" -> "data: {color: " + (i == 0 ? "{{Values.tag}}" : "red") + "}\n";
            case "Service" -> "spec: {selector: {a: b}, ports: [{port: 80, protocol: TCP}]}\n";
            case "Role" -> "rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]\n";
            case "PodDisruptionBudget" ->
                "spec: {maxUnavailable: 1, selector: {matchLabels: {a: b}}}\n";
            default -> "";
          });
    }
    return text.toString();
  }

  @Test
  void an_upgrade_of_300_objects_that_changes_nothing_takes_40_requests_and_no_write(
      @TempDir Path folder) throws IOException {
    ControlPlane plane = ControlPlane.assumePresent();
    ReleaseId id = ReleaseId.of(plane.namespace("count"), "web");
    CrashSite site = new CrashSite(folder, id, template());
    try (ChaosProxy proxy = plane.proxy()) {
      upgrade(site, proxy, "v1");
      for (int i = 0; i < 2; i++) {
        List<Request> same = upgrade(site, proxy, "v1");
        assertThat(same).hasSizeLessThanOrEqualTo(40);
        assertThat(same).filteredOn(RequestCountTest::writesObjects).isEmpty();
        List<Request> one = upgrade(site, proxy, "v" + (i + 2));
        assertThat(one).filteredOn(RequestCountTest::writesObjects).hasSize(1);
        System.out.printf(
            "%d objects: %d requests where nothing changes, %d where one does: %s%n",
            OBJECTS, same.size(), one.size(), summary(same));
        assertThat(one.size() - same.size()).isLessThanOrEqualTo(5);
        upgrade(site, proxy, "v1");
      }
    }
  }

  private static List<Request> upgrade(CrashSite site, ChaosProxy proxy, String tag) {
    proxy.forget();
    DeployOptions options = CrashSite.options().build();
    site.run(proxy.kubeconfig(), releases -> releases.upgrade(site.request(tag, "x", options)));
    return proxy.requests();
  }

  private static boolean writesObjects(Request request) {
    return request.writes() && request.resource().equals("configmaps");
  }

  private static Map<String, Long> summary(List<Request> requests) {
    return requests.stream()
        .collect(
            Collectors.groupingBy(
                each ->
                    each.verb()
                        + " "
                        + (each.resource().isEmpty() ? each.target() : each.resource())
                        + (each.dryRun() ? " dry" : ""),
                TreeMap::new,
                Collectors.counting()));
  }
}
