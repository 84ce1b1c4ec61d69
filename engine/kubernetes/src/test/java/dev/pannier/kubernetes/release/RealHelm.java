package dev.pannier.kubernetes.release;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Helm 3.21 itself, as native code, in front of one namespace. */
record RealHelm(ControlPlane plane, String namespace) {

  /** Where it does not load, the test is skipped loudly. */
  static RealHelm assumeLoads(ControlPlane plane, String namespace) {
    try {
      Helm.version().call();
    } catch (LinkageError | IllegalStateException e) {
      String message = "SKIPPED: Helm cannot be loaded here: nothing is compared with it. " + e;
      System.err.println(message);
      Assumptions.abort(message);
    }
    return new RealHelm(plane, namespace);
  }

  Release install(Path chart, String name, String color) {
    Release installed =
        new Helm(chart)
            .install()
            .withName(name)
            .set("color", color)
            .withNamespace(namespace)
            .withKubeConfig(plane.kubeconfig())
            .call();
    underItsName();
    return installed;
  }

  Release upgrade(Path chart, String name, String color) {
    Release upgraded =
        new Helm(chart)
            .upgrade()
            .withName(name)
            .set("color", color)
            .withNamespace(namespace)
            .withKubeConfig(plane.kubeconfig())
            .call();
    underItsName();
    return upgraded;
  }

  /**
   * Helm calls itself by the name of its program, which is {@code java} here, when it tells the API
   * server who sets fields.
   */
  private void underItsName() {
    for (ConfigMap map : plane.client().configMaps().inNamespace(namespace).list().getItems()) {
      List<ManagedFieldsEntry> managers = map.getMetadata().getManagedFields();
      for (int i = 0; i < managers.size(); i++) {
        if (managers.get(i).getManager().equals("java")) {
          plane
              .client()
              .resource(map)
              .patch(
                  PatchContext.of(PatchType.JSON),
                  "[{'op': 'replace', 'path': '/metadata/managedFields/%d/manager', 'value': 'helm'}]"
                      .formatted(i)
                      .replace('\'', '"'));
        }
      }
    }
  }

  List<Release> list() {
    return Helm.list().all().withNamespace(namespace).withKubeConfig(plane.kubeconfig()).call();
  }

  Release status(String name) {
    return Helm.status(name).withNamespace(namespace).withKubeConfig(plane.kubeconfig()).call();
  }

  List<ReleaseHistory> history(String name) {
    return Helm.history(name).withNamespace(namespace).withKubeConfig(plane.kubeconfig()).call();
  }

  String values(String name) {
    return Helm.get(name)
        .values()
        .withNamespace(namespace)
        .withKubeConfig(plane.kubeconfig())
        .call();
  }

  String uninstall(String name) {
    return Helm.uninstall(name).withNamespace(namespace).withKubeConfig(plane.kubeconfig()).call();
  }
}
